package org.commonground.workflow.forms;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.commonground.account.Actor;
import org.commonground.conversation.reach.ContactAttempts;
import org.commonground.conversation.reach.Contacts;
import org.commonground.conversation.reach.MakeContact;
import org.commonground.conversation.reach.Round;
import org.commonground.neighbourhood.Numbers;
import org.commonground.person.Person;
import org.commonground.person.Safety;
import org.commonground.person.Way;
import org.commonground.referral.ReferralId;
import org.commonground.referral.Referrals;
import org.commonground.workflow.tasks.TaskAtHand;
import org.commonground.workflow.tasks.TaskForm;
import org.springframework.stereotype.Component;

/** Reach the person: safe ways and times first, then what came of the attempt. */
@Component
class MakeContactForm implements TaskForm<MakeContact> {

    private final Contacts contacts;
    private final ContactAttempts made;
    private final Referrals referrals;
    private final PersonWords words;
    private final AttemptWords attempts;
    private final NotebookWords notebook;

    MakeContactForm(
            Contacts contacts,
            ContactAttempts made,
            Referrals referrals,
            PersonWords words,
            AttemptWords attempts,
            NotebookWords notebook) {
        this.contacts = contacts;
        this.made = made;
        this.referrals = referrals;
        this.words = words;
        this.attempts = attempts;
        this.notebook = notebook;
    }

    @Override
    public Class<MakeContact> record() {
        return MakeContact.class;
    }

    @Override
    public Map<String, Object> prefill(TaskAtHand task, Actor actor) {
        ReferralId id = new ReferralId(task.subject());
        Person person = referrals.personOf(id);
        Round round = made.roundOf(id);
        Numbers numbers = made.numbersFor(id);
        Map<String, Object> values = new HashMap<>(words.about(id));
        values.put("attempts", attempts.of(id));
        values.put("notes", notebook.about(id).get("notes"));
        values.put("thisAttempt", thisAttempt(round, person, numbers));
        values.put("lastAttempt", round.next() >= numbers.contactAttempts());
        values.put("ways", waysToChoose(person));
        values.put("unmarked", unmarked(person).map(Way::word).toList());
        values.put("mailPossible", AttemptWords.mailPossible(person));
        values.put("nextContactOn", made.usualNextContact(numbers));
        return values;
    }

    @Override
    public Map<String, Object> answer(TaskAtHand task, MakeContact answer, Actor actor) {
        return ContactOutputs.of(contacts.make(new ReferralId(task.subject()), answer, actor));
    }

    private String thisAttempt(Round round, Person person, Numbers numbers) {
        Set<Way> better = round.better(numbers, person);
        String number = round.next() > numbers.contactAttempts()
                ? "This is attempt " + round.next() + "."
                : "This is attempt " + round.next() + " of " + numbers.contactAttempts() + ".";
        return better.isEmpty()
                ? number
                : number + " Please use another way than before: "
                        + better.stream().map(Way::word).collect(Collectors.joining(" or ")) + ".";
    }

    /** Safe ways first; then those that may be used because somebody says so. */
    private static List<Map<String, String>> waysToChoose(Person person) {
        return Stream.concat(person.safeContact().ways(Safety.SAFE).stream(), unmarked(person))
                .map(way -> Map.of("value", way.word(), "label", label(way, person)))
                .toList();
    }

    private static Stream<Way> unmarked(Person person) {
        return Stream.of(Safety.UNKNOWN, Safety.UNSAFE)
                .flatMap(safety -> person.safeContact().ways(safety).stream())
                .filter(Round::mayBeUsedUnmarked);
    }

    private static String label(Way way, Person person) {
        String name = way.name().charAt(0) + way.name().substring(1).toLowerCase();
        return switch (person.safeContact().of(way)) {
            case SAFE -> name;
            case UNKNOWN -> name + " (nobody has said whether it is safe)";
            case UNSAFE -> name + " (marked unsafe)";
        };
    }
}
