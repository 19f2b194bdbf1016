package org.commonground.workflow.listeners;

import org.commonground.placement.PlacementId;
import org.commonground.placement.PlacementStopped;
import org.commonground.placement.Verdict;
import org.commonground.placement.check.WeighFacts;
import org.commonground.placement.check.Weighing;
import org.commonground.referral.ReferralId;
import org.commonground.referral.consent.ConsentWithdrawn;
import org.commonground.referral.consent.Purpose;
import org.commonground.workflow.decisions.Decisions;
import org.commonground.workflow.vocabulary.PlacementProcess.Messages;
import org.commonground.workflow.vocabulary.PlacementVerdictDecision;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** A placement's process follows what happens to the placement from outside. */
@Component
class PlacementListener {

    private final Processes processes;
    private final Weighing weighing;
    private final Decisions decisions;

    PlacementListener(Processes processes, Weighing weighing, Decisions decisions) {
        this.processes = processes;
        this.weighing = weighing;
        this.decisions = decisions;
    }

    @EventListener
    void on(PlacementStopped stopped) {
        processes.tell(Messages.PLACEMENT_STOPPED, stopped.subject());
    }

    /** Whoever withdrew holds the locks of every open placement. */
    @EventListener
    void on(ConsentWithdrawn withdrawn) {
        if (withdrawn.purpose() == Purpose.SHARE_RISKS) {
            weighing.signed(new ReferralId(withdrawn.referral())).forEach(this::weighAnew);
        }
    }

    /**
     * A group that would not have been asked without knowing the risks is not asked any longer. Where the verdict never
     * rested on sharing them, what people decided on it holds.
     */
    private void weighAnew(PlacementId id) {
        WeighFacts now = weighing.facts(id);
        Verdict verdict = verdict(now);
        if (verdict != verdict(now.shared()) && verdict != Verdict.GO_AHEAD) {
            weighing.stop(id, verdict);
        }
    }

    private Verdict verdict(WeighFacts facts) {
        return PlacementVerdictDecision.verdict(
                decisions.askOne(PlacementVerdictDecision.ID, PlacementVerdictDecision.facts(facts)));
    }
}
