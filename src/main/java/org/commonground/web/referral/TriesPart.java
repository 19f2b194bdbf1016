package org.commonground.web.referral;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.commonground.account.Actor;
import org.commonground.group.Groups;
import org.commonground.placement.Placement;
import org.commonground.placement.PlacementState;
import org.commonground.placement.Placements;
import org.commonground.platform.time.InWords;
import org.commonground.referral.Referral;
import org.commonground.web.referral.ReferralPage.Try;
import org.springframework.stereotype.Component;

/** What a referral's page shows of the groups that are tried, waited for and planned. */
@Component
class TriesPart {

    private final Placements placements;
    private final Groups groups;
    private final ComingUp comingUp;
    private final WaitingLine waiting;

    TriesPart(Placements placements, Groups groups, ComingUp comingUp, WaitingLine waiting) {
        this.placements = placements;
        this.groups = groups;
        this.comingUp = comingUp;
        this.waiting = waiting;
    }

    /**
     * Each list as the page shows it.
     *
     * @param names the group's name for each placement, by the placement's id
     */
    record Tries(
            Map<UUID, String> names,
            List<ReferralPage.Coming> comingUp,
            List<ReferralPage.Job> waiting,
            List<Try> tries) {}

    Tries of(Referral referral, Actor.SignedIn actor) {
        List<Placement> all = placements.of(referral.id());
        Map<UUID, String> names = namesOf(all);
        return new Tries(names, comingUp.of(referral, all, names), waiting.on(referral, all, actor), tries(all, names));
    }

    /** The group's name for each placement, by the placement's id. */
    private Map<UUID, String> namesOf(List<Placement> tries) {
        return tries.stream()
                .collect(Collectors.toMap(
                        placement -> placement.id().value(),
                        placement -> groups.get(placement.group()).name()));
    }

    private static List<Try> tries(List<Placement> tries, Map<UUID, String> names) {
        return tries.stream()
                .filter(Placement::isOpen)
                .map(placement -> new Try(
                        names.get(placement.id().value()),
                        placement.state().label(),
                        // the group's day to answer; it says nothing once it has answered
                        placement
                                .answerBy()
                                .filter(day -> placement.state() == PlacementState.OFFERED)
                                .map(InWords::date)
                                .orElse(null)))
                .toList();
    }
}
