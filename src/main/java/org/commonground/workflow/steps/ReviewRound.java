package org.commonground.workflow.steps;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.commonground.placement.Placements;
import org.commonground.referral.Outcome;
import org.commonground.workflow.vocabulary.ReferralProcess;
import org.commonground.workflow.vocabulary.ReferralProcess.Round;
import org.commonground.workflow.vocabulary.ReferralProcess.Variables;
import org.springframework.stereotype.Component;

/** Sees, when every placement of a round is over, whether the person has found a group. */
@Component
class ReviewRound implements JavaDelegate {

    private final Placements placements;

    ReviewRound(Placements placements) {
        this.placements = placements;
    }

    @Override
    public void execute(DelegateExecution execution) {
        boolean placed = placements.anyPlaced(ReferralProcess.referral(execution));
        Variables.ROUND.set(execution, placed ? Round.PLACED : Round.CHOOSE_AGAIN);
        if (placed) {
            Variables.OUTCOME.set(execution, Outcome.PLACED_AND_FOLLOWED_UP.word());
        }
    }
}
