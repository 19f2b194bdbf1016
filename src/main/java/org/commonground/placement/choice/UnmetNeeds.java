package org.commonground.placement.choice;

import java.util.Set;
import java.util.stream.Collectors;
import org.commonground.account.Actor;
import org.commonground.group.Groups;
import org.commonground.group.Need;
import org.commonground.placement.PlacementState;
import org.commonground.placement.Placements;
import org.commonground.placement.match.Wish;
import org.commonground.platform.event.Events;
import org.commonground.platform.time.WorkingDays;
import org.commonground.referral.ReferralId;
import org.springframework.stereotype.Component;

/** Needs that no group could meet, which is how a neighbourhood learns what it lacks. */
@Component
class UnmetNeeds {

    private final ChoiceRepository choices;
    private final Suggesting suggesting;
    private final Placements placements;
    private final Groups groups;
    private final WorkingDays days;
    private final Events events;

    UnmetNeeds(
            ChoiceRepository choices,
            Suggesting suggesting,
            Placements placements,
            Groups groups,
            WorkingDays days,
            Events events) {
        this.choices = choices;
        this.suggesting = suggesting;
        this.placements = placements;
        this.groups = groups;
        this.days = days;
        this.events = events;
    }

    /** No group suits: keeps each need that none of the groups the person came to meets. */
    void record(ReferralId id, NoGroupReason reason, Actor actor) {
        Wish wish = suggesting.wish(id);
        Set<Need> met = placements.of(id).stream()
                .filter(placement -> placement.state() == PlacementState.ATTENDED)
                .flatMap(placement -> groups.get(placement.group()).meets().stream())
                .collect(Collectors.toSet());
        wish.needs().stream()
                .filter(need -> !met.contains(need))
                .sorted()
                .forEach(need -> choices.unmet(id, need, wish.district(), reason, days.today()));
        events.publish(NoSuitableGroup.of(id, reason, actor));
    }
}
