package org.commonground.workflow.steps;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.commonground.placement.choice.Choice;
import org.commonground.placement.choice.RoundReview;
import org.commonground.placement.choice.Rounds;
import org.commonground.referral.Outcome;
import org.commonground.referral.ReferralId;
import org.commonground.workflow.engine.ChoosingNow;
import org.commonground.workflow.vocabulary.ReferralProcess;
import org.commonground.workflow.vocabulary.ReferralProcess.Variables;
import org.springframework.stereotype.Component;

/**
 * Sees, when every placement of a round is over, whether the person has found a group. Where nothing goes on any more
 * somebody chooses again, unless somebody is choosing already.
 */
@Component
class ReviewRound implements JavaDelegate {

    private final Rounds rounds;
    private final ChoosingNow choosing;

    ReviewRound(Rounds rounds, ChoosingNow choosing) {
        this.rounds = rounds;
        this.choosing = choosing;
    }

    @Override
    public void execute(DelegateExecution execution) {
        ReferralId referral = ReferralProcess.referral(execution);
        RoundReview review = rounds.review(referral);
        boolean again = review == RoundReview.CHOOSE_AGAIN && !choosing.isAsked(referral);
        boolean placed = review == RoundReview.PLACED;
        Variables.ROUND.set(execution, (placed || again ? review : RoundReview.GOES_ON).word());
        Choice last = rounds.last(referral).orElseThrow();
        Variables.CHOICE.set(execution, last.word());
        if (placed) {
            Variables.OUTCOME.set(execution, Outcome.PLACED_AND_FOLLOWED_UP.word());
        } else {
            last.ends().ifPresent(outcome -> Variables.OUTCOME.set(execution, outcome.word()));
        }
    }
}
