package org.commonground.workflow.listeners;

import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.commonground.crisis.CrisisDeclared;
import org.commonground.followup.FollowUpPlan;
import org.commonground.followup.FollowUps;
import org.commonground.placement.Placement;
import org.commonground.placement.Placements;
import org.commonground.referral.Referral;
import org.commonground.referral.ReferralId;
import org.commonground.referral.Referrals;
import org.commonground.workflow.engine.EngineGroups;
import org.commonground.workflow.vocabulary.CrisisProcess;
import org.commonground.workflow.vocabulary.CrisisProcess.Variables;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** A crisis was declared: its process starts, and whatever waits for this referral comes before others. */
@Component
class CrisisListener {

    private final Processes processes;
    private final Priorities priorities;
    private final Referrals referrals;
    private final Placements placements;
    private final FollowUps followUps;

    CrisisListener(
            Processes processes,
            Priorities priorities,
            Referrals referrals,
            Placements placements,
            FollowUps followUps) {
        this.processes = processes;
        this.priorities = priorities;
        this.referrals = referrals;
        this.placements = placements;
        this.followUps = followUps;
    }

    @EventListener
    void on(CrisisDeclared declared) {
        Referral referral = referrals.find(new ReferralId(declared.referral()));
        priorities.rise(subjects(referral.id()).toList());
        processes.start(
                CrisisProcess.ID,
                declared.crisis().value(),
                referral.neighbourhood(),
                Map.ofEntries(
                        Variables.REFERENCE.is(referral.reference().text()),
                        Variables.REFERRAL_ID.is(referral.id().toString()),
                        Variables.TEAM.is(EngineGroups.team(referral.team()))));
    }

    private Stream<UUID> subjects(ReferralId referral) {
        return Stream.of(
                        Stream.of(referral.value()),
                        placements.of(referral).stream().map(Placement::id).map(id -> id.value()),
                        followUps.of(referral).stream().map(FollowUpPlan::id).map(id -> id.value()))
                .flatMap(ids -> ids);
    }
}
