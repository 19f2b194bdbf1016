package org.commonground.workflow.listeners;

import org.commonground.placement.OthersWanted;
import org.commonground.placement.waiting.PlaceFreed;
import org.commonground.placement.waiting.WaitingEnded;
import org.commonground.referral.ReferralId;
import org.commonground.workflow.engine.ChoosingNow;
import org.commonground.workflow.vocabulary.PlacementProcess;
import org.commonground.workflow.vocabulary.ReferralProcess;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Processes follow what happens on waiting lists, and what is wanted meanwhile. */
@Component
class WaitingListener {

    private final Processes processes;
    private final ChoosingNow choosing;

    WaitingListener(Processes processes, ChoosingNow choosing) {
        this.processes = processes;
        this.choosing = choosing;
    }

    @EventListener
    void on(PlaceFreed freed) {
        processes.tell(PlacementProcess.Messages.PLACE_FREED, freed.subject());
    }

    @EventListener
    void on(WaitingEnded ended) {
        processes.tell(PlacementProcess.Messages.WAITING_ENDED, ended.subject());
    }

    /** Somebody who is choosing already needs no second task. */
    @EventListener
    void on(OthersWanted wanted) {
        if (!choosing.isAsked(new ReferralId(wanted.referral()))) {
            processes.tell(ReferralProcess.Messages.OTHER_GROUPS_WANTED, wanted.referral());
        }
    }
}
