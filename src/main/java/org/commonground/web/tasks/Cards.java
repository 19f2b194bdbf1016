package org.commonground.web.tasks;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.commonground.account.Actor;
import org.commonground.account.Role;
import org.commonground.group.Group;
import org.commonground.group.GroupId;
import org.commonground.group.Groups;
import org.commonground.person.Person;
import org.commonground.person.Safety;
import org.commonground.person.Way;
import org.commonground.platform.time.WorkingDays;
import org.commonground.referral.Referral;
import org.commonground.referral.Referrals;
import org.commonground.referral.Urgency;
import org.commonground.web.referral.TheTeam;
import org.commonground.workflow.tasks.TaskLookup;
import org.commonground.workflow.tasks.TaskLookup.About;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a task's card may say to whoever looks at it. */
@Service
@Transactional(readOnly = true)
class Cards {

    private final TaskLookup tasks;
    private final Referrals referrals;
    private final Groups groups;
    private final TheTeam team;
    private final WorkingDays days;

    Cards(TaskLookup tasks, Referrals referrals, Groups groups, TheTeam team, WorkingDays days) {
        this.tasks = tasks;
        this.referrals = referrals;
        this.groups = groups;
        this.team = team;
        this.days = days;
    }

    /**
     * One card. {@code toString} names nobody.
     *
     * @param title who it is about: the person, or for an organiser their own group
     * @param urgent whether triage found it urgent; always false for an organiser
     * @param hint the safe ways of reaching the person; empty for an organiser
     */
    record Card(String title, boolean urgent, String hint) {

        @Override
        public String toString() {
            return "Card[]";
        }
    }

    /** By the task's id; a task that is not open to them, or about somebody they may not know, has no card. */
    Map<String, Card> of(Collection<String> ids, Actor.SignedIn actor) {
        Map<String, Card> cards = new HashMap<>();
        tasks.about(ids, actor).forEach((id, about) -> card(about, actor).ifPresent(card -> cards.put(id, card)));
        return cards;
    }

    private Optional<Card> card(About about, Actor.SignedIn actor) {
        Referral referral = referrals.find(about.referral());
        if (team.has(actor, referral.team())) {
            return Optional.of(person(referral, days.today()));
        }
        return actor.has(Role.ORGANISER) ? group(about, actor) : Optional.empty();
    }

    private Card person(Referral referral, LocalDate today) {
        Person person = referrals.personOf(referral.id());
        List<Way> safe = person.safeContact().ways(Safety.SAFE);
        String ways = safe.stream().map(Way::word).collect(Collectors.joining(", "));
        return new Card(
                person.name().text() + ", " + person.born().ageOn(today),
                referral.urgency().filter(Urgency.URGENT::equals).isPresent(),
                safe.isEmpty() ? "No way of contact is known to be safe" : "Safe to use: " + ways);
    }

    /** The organiser's own group alone: the same task is open to the referral's team, whose group is none of theirs. */
    private Optional<Card> group(About about, Actor.SignedIn actor) {
        return about.group()
                .map(name -> UUID.fromString(name.substring("group-".length())))
                .filter(actor.groups()::contains)
                .map(GroupId::new)
                .flatMap(groups::find)
                .map(Group::name)
                .map(name -> new Card(name, false, ""));
    }
}
