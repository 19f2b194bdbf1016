package org.commonground.workflow.forms;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.commonground.account.Account;
import org.commonground.account.Actor;
import org.commonground.neighbourhood.Neighbourhood;
import org.commonground.neighbourhood.Neighbourhoods;
import org.commonground.neighbourhood.Practices;
import org.commonground.neighbourhood.Teams;
import org.commonground.person.Person;
import org.commonground.platform.personal.NhsNumber;
import org.commonground.platform.time.InWords;
import org.commonground.referral.Outcome;
import org.commonground.referral.Referral;
import org.commonground.referral.ReferralId;
import org.commonground.referral.Referrals;
import org.commonground.referral.duplicate.Duplicate;
import org.commonground.referral.duplicate.Duplicates;
import org.commonground.referral.duplicate.LookAtDuplicate;
import org.commonground.workflow.tasks.TaskAtHand;
import org.commonground.workflow.tasks.TaskForm;
import org.springframework.stereotype.Component;

/**
 * May be the same person: the new request beside the open referrals that look alike. Of another team's referral only
 * which team it is with and whom to ask; of another neighbourhood's, only where its service is to be rung.
 */
@Component
class LookAtDuplicateForm implements TaskForm<LookAtDuplicate> {

    private final Duplicates matches;
    private final Referrals referrals;
    private final Practices practices;
    private final Teams teams;
    private final Neighbourhoods neighbourhoods;
    private final PersonWords words;

    LookAtDuplicateForm(
            Duplicates matches,
            Referrals referrals,
            Practices practices,
            Teams teams,
            Neighbourhoods neighbourhoods,
            PersonWords words) {
        this.matches = matches;
        this.referrals = referrals;
        this.practices = practices;
        this.teams = teams;
        this.neighbourhoods = neighbourhoods;
        this.words = words;
    }

    @Override
    public Class<LookAtDuplicate> record() {
        return LookAtDuplicate.class;
    }

    @Override
    public Map<String, Object> prefill(TaskAtHand task, Actor actor) {
        ReferralId id = new ReferralId(task.subject());
        Referral mine = referrals.find(id);
        List<Duplicate> open = matches.of(id);
        Map<String, Object> values = new HashMap<>(words.about(id));
        values.put("identity", identity(referrals.personOf(id)));
        values.put("from", practice(mine));
        values.put("duplicates", open.isEmpty() ? "The open referral has ended meanwhile." : inWords(open, mine));
        values.put(
                "otherOptions",
                open.stream().map(duplicate -> option(duplicate, mine)).toList());
        values.put("several", open.size() > 1);
        values.put(
                "forLead",
                matches.isForLead(id)
                        ? "**One of them is with another team, so your team’s lead decides.** Put the task back if that is"
                                + " not you."
                        : "");
        return values;
    }

    @Override
    public Map<String, Object> answer(TaskAtHand task, LookAtDuplicate answer, Actor actor) {
        matches.decide(new ReferralId(task.subject()), answer, actor);
        Map<String, Object> outputs = new HashMap<>();
        outputs.put("duplicate", answer.decision().word());
        Outcome outcome = answer.decision().outcome();
        if (outcome != null) {
            outputs.put("outcome", outcome.word());
        }
        return outputs;
    }

    private String inWords(List<Duplicate> open, Referral mine) {
        return open.stream().map(duplicate -> inWords(duplicate, mine)).collect(Collectors.joining("\n\n"));
    }

    private String inWords(Duplicate duplicate, Referral mine) {
        Referral other = duplicate.referral();
        if (!duplicate.sameTeam()) {
            return "**An open referral with " + whom(other, mine) + "**\n\n" + same(duplicate)
                    + "\n\nAsk them before you decide.";
        }
        return "**[" + other.reference() + "](/referrals/" + other.reference() + ")**, received "
                + InWords.stamp(other.receivedAt()) + " from " + practice(other) + "\n\n" + same(duplicate) + "\n\n"
                + identity(referrals.personOf(other.id()));
    }

    private static String same(Duplicate duplicate) {
        if (duplicate.sameNhsNumber()) {
            return duplicate.sameNameAndBirth()
                    ? "The same NHS number, name and date of birth."
                    : "The same NHS number, but another name or date of birth.";
        }
        return "The same name and date of birth, but not the same NHS number.";
    }

    private Map<String, String> option(Duplicate duplicate, Referral mine) {
        Referral other = duplicate.referral();
        String label = duplicate.sameTeam() ? other.reference().text() : "The open referral with " + whom(other, mine);
        return Map.of("value", other.id().toString(), "label", label);
    }

    /** Teams and their people are known in their own neighbourhood; what others are told is the service's number there. */
    private String whom(Referral other, Referral mine) {
        if (other.neighbourhood().equals(mine.neighbourhood())) {
            return team(other);
        }
        Neighbourhood elsewhere = neighbourhoods.get(other.neighbourhood());
        return "the service in " + elsewhere.name() + ", phone "
                + elsewhere.phone().text();
    }

    private String team(Referral referral) {
        String name = teams.find(referral.team()).orElseThrow().name();
        return teams.leadOf(referral.team())
                .map(Account::displayName)
                .map(lead -> name + ", led by " + lead.text())
                .orElse(name);
    }

    private String practice(Referral referral) {
        return practices.find(referral.practice()).orElseThrow().name();
    }

    private static String identity(Person person) {
        return person.name().text()
                + " · born " + InWords.date(person.born().date())
                + " · NHS number " + person.nhsNumber().map(NhsNumber::shown).orElse("not known")
                + " · "
                + person.address()
                        .map(address -> address.text().replaceAll("\\s*\\R\\s*", ", "))
                        .orElse("no address")
                + " · " + person.phone().map(phone -> phone.text()).orElse("no phone");
    }
}
