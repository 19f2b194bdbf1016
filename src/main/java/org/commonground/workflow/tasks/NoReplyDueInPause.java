package org.commonground.workflow.tasks;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.SuspensionState;
import org.commonground.referral.ReferralId;
import org.commonground.referral.Referrals;
import org.commonground.workflow.engine.TaskRouting;
import org.commonground.workflow.vocabulary.CommonVariables;
import org.commonground.workflow.vocabulary.ReferralProcess;
import org.springframework.stereotype.Component;

/**
 * A wait for a reply that begins while its referral is paused stands still from the start, because the letter waits too.
 * Lifting the pause sets it going.
 */
@Component
class NoReplyDueInPause implements TaskRouting {

    private final Referrals referrals;

    NoReplyDueInPause(Referrals referrals) {
        this.referrals = referrals;
    }

    @Override
    public void route(DelegateTask task) {
        if (ReferralProcess.Tasks.AWAIT_REPLY.equals(task.getTaskDefinitionKey())
                && task.getVariable(CommonVariables.REFERRAL_ID.name()) instanceof String referral
                && referrals.isPaused(ReferralId.of(referral))) {
            // its timer is new too, and not in the database yet, where the engine's own service would look for it
            ((ExecutionEntity) task.getExecution())
                    .getJobs()
                    .forEach(timer -> timer.setSuspensionState(SuspensionState.SUSPENDED.getStateCode()));
        }
    }
}
