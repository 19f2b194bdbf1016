package org.commonground.workflow.forms;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.commonground.account.Account;
import org.commonground.group.Group;
import org.commonground.group.GroupId;
import org.commonground.group.Groups;
import org.commonground.neighbourhood.Team;
import org.commonground.neighbourhood.Teams;
import org.commonground.person.Person;
import org.commonground.platform.time.WorkingDays;
import org.commonground.referral.Referral;
import org.commonground.referral.ReferralId;
import org.commonground.referral.Referrals;
import org.commonground.safeguarding.Concern;
import org.springframework.stereotype.Component;

/**
 * What the two forms about a concern show of it: whom it is about and whom to ask. The safeguarding lead is in no team
 * and sees no referral's page, so all they need stands in the form.
 */
@Component
class ConcernWords {

    private final Referrals referrals;
    private final Groups groups;
    private final Teams teams;
    private final WorkingDays days;

    ConcernWords(Referrals referrals, Groups groups, Teams teams, WorkingDays days) {
        this.referrals = referrals;
        this.groups = groups;
        this.teams = teams;
        this.days = days;
    }

    /** {@code about} and {@code team}, in words. */
    Map<String, Object> about(Concern concern) {
        Optional<Referral> referral =
                Optional.ofNullable(concern.referral()).map(ReferralId::new).map(referrals::find);
        Optional<String> group = Optional.ofNullable(concern.group())
                .map(GroupId::new)
                .flatMap(groups::find)
                .map(Group::name);
        Map<String, Object> words = new HashMap<>();
        words.put(
                "about",
                Stream.of(referral.map(this::person), group.map(name -> "the group " + name))
                        .flatMap(Optional::stream)
                        .collect(Collectors.joining("; ")));
        words.put("team", referral.map(this::team).orElse("no team"));
        return words;
    }

    private String person(Referral referral) {
        Person person = referrals.personOf(referral.id());
        return person.name().text() + ", " + person.born().ageOn(days.today()) + ", referral " + referral.reference();
    }

    private String team(Referral referral) {
        String name = teams.find(referral.team()).map(Team::name).orElse("no team");
        return teams.leadOf(referral.team())
                .map(Account::displayName)
                .map(lead -> name + ", led by " + lead.text())
                .orElse(name);
    }
}
