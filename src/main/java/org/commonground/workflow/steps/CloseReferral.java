package org.commonground.workflow.steps;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.commonground.account.Actor;
import org.commonground.platform.Worded;
import org.commonground.referral.Outcome;
import org.commonground.referral.Referrals;
import org.commonground.workflow.vocabulary.ReferralProcess;
import org.springframework.stereotype.Component;

/** Closes the referral with the outcome that somebody decided on the way. */
@Component
class CloseReferral implements JavaDelegate {

    private final Referrals referrals;

    CloseReferral(Referrals referrals) {
        this.referrals = referrals;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Outcome outcome = Worded.of(Outcome.class, ReferralProcess.Variables.OUTCOME.in(execution));
        referrals.close(ReferralProcess.referral(execution), outcome, Actor.SYSTEM);
    }
}
