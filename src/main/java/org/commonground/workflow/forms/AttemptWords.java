package org.commonground.workflow.forms;

import java.util.List;
import java.util.stream.Collectors;
import org.commonground.conversation.reach.Attempt;
import org.commonground.conversation.reach.ContactAttempts;
import org.commonground.person.Person;
import org.commonground.person.Safety;
import org.commonground.person.Way;
import org.commonground.platform.time.InWords;
import org.commonground.referral.ReferralId;
import org.springframework.stereotype.Component;

/** The attempts to reach a person in words, one on a line. */
@Component
class AttemptWords {

    private final ContactAttempts attempts;

    AttemptWords(ContactAttempts attempts) {
        this.attempts = attempts;
    }

    String of(ReferralId id) {
        List<Attempt> made = attempts.of(id);
        return made.isEmpty()
                ? "None yet."
                : made.stream().map(AttemptWords::words).collect(Collectors.joining("\n"));
    }

    /** Whether they may be asked to have the appointment by mail. */
    static boolean mailPossible(Person person) {
        return person.mail().isPresent() && person.safeContact().of(Way.MAIL) != Safety.UNSAFE;
    }

    private static String words(Attempt attempt) {
        String said = attempt.why() == null ? "" : " (" + attempt.why().text() + ")";
        return attempt.number() + ". " + InWords.moment(attempt.at()) + ": "
                + attempt.way().word() + said + ", "
                + attempt.result().word().replace('-', ' ');
    }
}
