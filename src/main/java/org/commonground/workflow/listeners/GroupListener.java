package org.commonground.workflow.listeners;

import java.util.Map;
import org.commonground.group.GroupClosed;
import org.commonground.placement.Placement;
import org.commonground.placement.Placements;
import org.commonground.placement.ending.ClosedGroups;
import org.commonground.placement.ending.ReferralStopped;
import org.commonground.referral.Referral;
import org.commonground.referral.ReferralId;
import org.commonground.referral.Referrals;
import org.commonground.workflow.engine.EngineGroups;
import org.commonground.workflow.vocabulary.GroupLeftProcess;
import org.commonground.workflow.vocabulary.GroupLeftProcess.Messages;
import org.commonground.workflow.vocabulary.GroupLeftProcess.Variables;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * A group takes nobody any more: one process for each person it concerns. Each begins as a job, so that the closing
 * itself locks nothing of theirs and one person's trouble holds up nobody else.
 */
@Component
class GroupListener {

    private final Processes processes;
    private final ClosedGroups closed;
    private final Placements placements;
    private final Referrals referrals;

    GroupListener(Processes processes, ClosedGroups closed, Placements placements, Referrals referrals) {
        this.processes = processes;
        this.closed = closed;
        this.placements = placements;
        this.referrals = referrals;
    }

    @EventListener
    void on(GroupClosed group) {
        closed.concerned(group.group()).forEach(this::leave);
    }

    private void leave(Placement placement) {
        Referral referral = referrals.find(placement.referral());
        processes.start(
                GroupLeftProcess.ID,
                placement.id().value(),
                referral.neighbourhood(),
                Map.ofEntries(
                        Variables.REFERENCE.is(referral.reference().text()),
                        Variables.REFERRAL_ID.is(referral.id().toString()),
                        Variables.TEAM.is(EngineGroups.team(referral.team()))));
    }

    @EventListener
    void on(ReferralStopped stopped) {
        placements
                .of(new ReferralId(stopped.referral()))
                .forEach(placement ->
                        processes.tell(Messages.PERSON_LEFT, placement.id().value()));
    }
}
