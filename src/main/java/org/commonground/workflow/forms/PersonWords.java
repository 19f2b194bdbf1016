package org.commonground.workflow.forms;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.commonground.person.Person;
import org.commonground.person.SafeContact;
import org.commonground.person.Safety;
import org.commonground.person.Way;
import org.commonground.platform.personal.Narrative;
import org.commonground.platform.personal.Personal;
import org.commonground.platform.personal.Phone;
import org.commonground.platform.time.WorkingDays;
import org.commonground.referral.ReferralId;
import org.commonground.referral.Referrals;
import org.commonground.referral.Request;
import org.commonground.referral.death.Deaths;
import org.commonground.referral.duplicate.Requests;
import org.springframework.stereotype.Component;

/** What the link worker's forms show of a person, in words: {@link #about} says which. */
@Component
class PersonWords {

    private static final String NOTHING = "nothing was said";

    private static final String MAY_HAVE_DIED =
            "A death has been recorded for somebody with this NHS number. Do not contact the person until your team has"
                    + " made sure: see the task “Has the person died?”.";

    private final Referrals referrals;
    private final Requests requests;
    private final Deaths deaths;
    private final WorkingDays workingDays;

    PersonWords(Referrals referrals, Requests requests, Deaths deaths, WorkingDays workingDays) {
        this.referrals = referrals;
        this.requests = requests;
        this.deaths = deaths;
        this.workingDays = workingDays;
    }

    /**
     * The values {@code notice, reference, person, age, language, interpreter, safeWays, unsafeWays, unknownWays,
     * whoMayAnswer, bestTimes, phones, mailAddress, address, reason, requirements, risk}.
     */
    Map<String, Object> about(ReferralId id) {
        Person person = referrals.personOf(id);
        Request request = requests.of(id);
        SafeContact contact = person.safeContact();
        Map<String, Object> values = new HashMap<>();
        values.put("notice", notice(id));
        values.put("reference", referrals.find(id).reference().text());
        values.put("person", person.name().text());
        values.put("age", person.born().ageOn(workingDays.today()));
        values.put("language", person.language().text());
        values.put("interpreter", person.interpreter() ? " · needs an interpreter" : "");
        values.put("safeWays", ways(contact.ways(Safety.SAFE)));
        values.put("unsafeWays", ways(contact.ways(Safety.UNSAFE)));
        values.put("unknownWays", ways(contact.ways(Safety.UNKNOWN)));
        values.put("whoMayAnswer", text(contact.whoMayAnswer()));
        values.put("bestTimes", text(contact.bestTimes()));
        values.put("phones", phones(person));
        values.put("mailAddress", person.mail().map(Personal::text).orElse("none"));
        values.put(
                "address",
                person.address()
                        .map(address -> address.text().replaceAll("\\s*\\R\\s*", ", "))
                        .orElse("none"));
        values.put("reason", request.reason().text());
        values.put("requirements", request.takingPart().isEmpty() ? NOTHING : request.takingPart());
        values.put("risk", request.risk().inWords());
        return values;
    }

    private String notice(ReferralId id) {
        if (deaths.mayHaveDied(id)) {
            return MAY_HAVE_DIED;
        }
        return referrals.isPaused(id)
                ? "The safeguarding lead has paused this referral. Send the person no message and offer no place until"
                        + " the pause is lifted."
                : "";
    }

    private static String ways(List<Way> ways) {
        return ways.isEmpty() ? "none" : ways.stream().map(Way::word).collect(Collectors.joining(", "));
    }

    private static String phones(Person person) {
        String phones = Stream.of(person.phone(), person.otherPhone())
                .flatMap(Optional::stream)
                .map(Phone::text)
                .collect(Collectors.joining(" or "));
        return phones.isEmpty() ? "none" : phones;
    }

    private static String text(Narrative narrative) {
        return narrative == null ? NOTHING : narrative.text();
    }
}
