package org.commonground.workflow.tasks;

import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.commonground.account.Actor;
import org.commonground.conversation.Attempt;
import org.commonground.conversation.ContactOutcome;
import org.commonground.conversation.Contacts;
import org.commonground.conversation.MakeContact;
import org.commonground.platform.time.InWords;
import org.commonground.referral.Outcome;
import org.commonground.referral.Person;
import org.commonground.referral.ReferralId;
import org.commonground.referral.Referrals;
import org.commonground.referral.Safety;
import org.commonground.referral.Way;
import org.springframework.stereotype.Component;

/** Reach the person: safe ways and times first, then what came of the attempt. */
@Component
class MakeContactForm implements TaskForm<MakeContact> {

    private final Contacts contacts;
    private final Referrals referrals;
    private final PersonWords words;

    MakeContactForm(Contacts contacts, Referrals referrals, PersonWords words) {
        this.contacts = contacts;
        this.referrals = referrals;
        this.words = words;
    }

    @Override
    public String task() {
        return "make-contact";
    }

    @Override
    public Class<MakeContact> record() {
        return MakeContact.class;
    }

    @Override
    public Map<String, Object> prefill(TaskAtHand task, Actor actor) {
        ReferralId id = new ReferralId(task.subject());
        Person person = referrals.personOf(id);
        List<Attempt> before = contacts.attemptsOf(id);
        int number = before.size() + 1;
        Map<String, Object> values = new HashMap<>(words.about(id));
        values.put("attempts", before.isEmpty() ? "None yet." : inWords(before));
        values.put("thisAttempt", "This is attempt " + number + " of " + contacts.attempts() + ".");
        values.put("lastAttempt", number >= contacts.attempts());
        values.put("ways", waysToChoose(person));
        values.put("unchecked", person.safeContact().ways(Safety.UNKNOWN));
        values.put(
                "mailPossible",
                person.mail().isPresent() && person.safeContact().of(Way.MAIL) != Safety.UNSAFE);
        values.put("nextContactOn", contacts.usualNextContact());
        return values;
    }

    @Override
    public Map<String, Object> answer(TaskAtHand task, MakeContact answer, Actor actor) {
        ContactOutcome outcome = contacts.make(new ReferralId(task.subject()), answer, actor);
        Map<String, Object> outputs = new HashMap<>();
        outputs.put("contact", outcome.next().word());
        outputs.put("nextContact", date(outcome.tryAgainAt()));
        outputs.put("conversationOn", date(outcome.talkAt()));
        switch (outcome.next()) {
            case DECLINED -> outputs.put("outcome", Outcome.DECLINED.word());
            case NOT_REACHED -> outputs.put("outcome", Outcome.NOT_REACHED.word());
            case REACHED, NO_ANSWER_TRY_AGAIN -> {}
        }
        return outputs;
    }

    private static String inWords(List<Attempt> attempts) {
        return attempts.stream()
                .map(attempt -> attempt.number() + ". " + InWords.moment(attempt.at()) + ": "
                        + attempt.way().word() + ", "
                        + attempt.result().word().replace('-', ' '))
                .collect(Collectors.joining("\n"));
    }

    private static List<Map<String, String>> waysToChoose(Person person) {
        return Stream.of(Way.values())
                .filter(way -> person.safeContact().of(way) != Safety.UNSAFE)
                .map(way -> Map.of("value", way.word(), "label", label(way, person)))
                .toList();
    }

    private static String label(Way way, Person person) {
        String name = way.name().charAt(0) + way.name().substring(1).toLowerCase();
        return person.safeContact().isSafe(way) ? name : name + " (nobody has said whether it is safe)";
    }

    private static Date date(Instant at) {
        return at == null ? null : Date.from(at);
    }
}
