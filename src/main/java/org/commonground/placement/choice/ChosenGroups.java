package org.commonground.placement.choice;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.commonground.account.Actor;
import org.commonground.group.Group;
import org.commonground.group.GroupId;
import org.commonground.group.Groups;
import org.commonground.placement.PlacementId;
import org.commonground.placement.PlacementRepository;
import org.commonground.placement.Standings;
import org.commonground.platform.event.Events;
import org.commonground.platform.refusal.Problems;
import org.commonground.platform.time.WorkingDays;
import org.commonground.referral.Referral;
import org.commonground.referral.ReferralId;
import org.commonground.referral.consent.ConsentAnswers;
import org.commonground.referral.consent.Purpose;
import org.springframework.stereotype.Component;

/** A round begins: each chosen group becomes a placement, with the person's consent to share with it. */
@Component
class ChosenGroups {

    private final PreferenceRepository preferences;
    private final PlacementRepository placements;
    private final ConsentAnswers consents;
    private final Groups groups;
    private final Standings standings;
    private final Events events;
    private final WorkingDays days;

    ChosenGroups(
            PreferenceRepository preferences,
            PlacementRepository placements,
            ConsentAnswers consents,
            Groups groups,
            Standings standings,
            Events events,
            WorkingDays days) {
        this.preferences = preferences;
        this.placements = placements;
        this.consents = consents;
        this.groups = groups;
        this.standings = standings;
        this.events = events;
        this.days = days;
    }

    /** The placements of the round; what the person said about other groups is remembered for the next. */
    List<PlacementId> begin(Referral referral, int round, ChooseGroups command, Actor actor) {
        ReferralId id = referral.id();
        remember(referral, command);
        if (command.overrideReason() != null) {
            events.publish(MatchOverridden.of(id, command.overrideReason(), actor));
        }
        List<PlacementId> chosen = command.groups().stream()
                .map(group -> place(referral, round, new GroupId(group), command, actor))
                .toList();
        standings.follow(id);
        return chosen;
    }

    private PlacementId place(Referral referral, int round, GroupId group, ChooseGroups command, Actor actor) {
        consents.answer(referral.id(), command.consent().answer(Purpose.SHARE_WITH_GROUP, group, true), actor);
        PlacementId id = PlacementId.next();
        placements.insert(id, referral, round, group, Boolean.TRUE.equals(command.wouldWait()));
        events.publish(PlacementChosen.of(placements.lock(id), actor));
        return id;
    }

    private void remember(Referral referral, ChooseGroups command) {
        ReferralId id = referral.id();
        Set<GroupId> known =
                groups.openTo(referral.neighbourhood()).stream().map(Group::id).collect(Collectors.toSet());
        List<GroupId> next = ids(command.next());
        List<GroupId> notThere = ids(command.notThere());
        new Problems()
                .need(known.containsAll(next), "next", "Choose groups from the list")
                .need(next.stream().noneMatch(notThere::contains), "next", "The person does not want to go there")
                .need(known.containsAll(notThere), "notThere", "Choose groups from the list")
                .refuseIfWrong();
        preferences.notThere(id, notThere, days.now());
        List<GroupId> chosen = ids(command.groups());
        preferences.next(
                id, next.stream().filter(group -> !chosen.contains(group)).toList());
    }

    static List<GroupId> ids(List<UUID> groups) {
        return groups.stream().map(GroupId::new).toList();
    }
}
