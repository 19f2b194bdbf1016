package org.commonground.workflow.engine;

import org.camunda.bpm.engine.TaskService;
import org.commonground.referral.ReferralId;
import org.commonground.workflow.vocabulary.ReferralProcess;
import org.springframework.stereotype.Component;

/** Knows whether somebody is being asked to choose groups for a person, in whichever round. */
@Component
public class ChoosingNow {

    private final TaskService tasks;
    private final EngineIdentity identity;

    ChoosingNow(TaskService tasks, EngineIdentity identity) {
        this.tasks = tasks;
        this.identity = identity;
    }

    /** Whether the task is open. With the referral's lock nobody else opens one meanwhile. */
    public boolean isAsked(ReferralId referral) {
        return identity.aside(() -> tasks.createTaskQuery()
                        .taskDefinitionKey(ReferralProcess.Tasks.CHOOSE_GROUPS)
                        .processInstanceBusinessKey(referral.toString())
                        .count()
                > 0);
    }
}
