package org.commonground.workflow.tasks;

import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.task.IdentityLink;
import org.commonground.account.Account;
import org.commonground.conversation.talk.Conversations;
import org.commonground.neighbourhood.Absences;
import org.commonground.referral.ReferralId;
import org.commonground.workflow.engine.EngineGroups;
import org.commonground.workflow.engine.TaskRouting;
import org.commonground.workflow.vocabulary.CommonVariables;
import org.commonground.workflow.vocabulary.FollowUpProcess;
import org.springframework.stereotype.Component;

/**
 * A look-back comes to whoever talked with the person, so that nobody tells their story twice: to their stand-in while
 * they are away, and to the whole team where neither works in it (any more).
 */
@Component
class SameLinkWorker implements TaskRouting {

    private static final Set<String> TASKS = Set.of(FollowUpProcess.Tasks.HOLD_FOLLOW_UP);

    private final Conversations conversations;
    private final Absences absences;

    SameLinkWorker(Conversations conversations, Absences absences) {
        this.conversations = conversations;
        this.absences = absences;
    }

    @Override
    public void route(DelegateTask task) {
        if (task.getAssignee() == null
                && TASKS.contains(task.getTaskDefinitionKey())
                && task.getVariable(CommonVariables.REFERRAL_ID.name()) instanceof String referral) {
            conversations
                    .heldBy(ReferralId.of(referral))
                    .flatMap(absences::present)
                    .filter(person -> mayHave(task, person))
                    .ifPresent(person -> task.setAssignee(person.id().toString()));
        }
    }

    private static boolean mayHave(DelegateTask task, Account person) {
        Set<String> groups = EngineGroups.of(person.asActor());
        return task.getCandidates().stream().map(IdentityLink::getGroupId).anyMatch(groups::contains);
    }
}
