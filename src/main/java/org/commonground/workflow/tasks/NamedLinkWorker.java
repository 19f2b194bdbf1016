package org.commonground.workflow.tasks;

import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.task.IdentityLink;
import org.commonground.account.Account;
import org.commonground.referral.ReferralId;
import org.commonground.referral.linkworker.LinkWorkers;
import org.commonground.workflow.engine.EngineGroups;
import org.commonground.workflow.engine.TaskRouting;
import org.commonground.workflow.vocabulary.CommonVariables;
import org.commonground.workflow.vocabulary.CrisisProcess;
import org.commonground.workflow.vocabulary.PlacementProcess;
import org.commonground.workflow.vocabulary.ReferralProcess;
import org.springframework.stereotype.Component;

/**
 * What a team is asked about a person comes to whoever looks after them: to their stand-in while they are away, and to
 * the whole team where neither works in it (any more). The team stays candidate, so that somebody else can take it over.
 */
@Component
class NamedLinkWorker implements TaskRouting {

    /** The group's as well as the team's; what is to be done today by whoever is there; what comes before the person. */
    private static final Set<String> EVERYBODYS = Set.of(
            PlacementProcess.Tasks.ANSWER_OFFER,
            CrisisProcess.Tasks.SPEAK_WITH_PRACTICE,
            ReferralProcess.Tasks.LOOK_AT_DUPLICATE);

    private final LinkWorkers linkWorkers;

    NamedLinkWorker(LinkWorkers linkWorkers) {
        this.linkWorkers = linkWorkers;
    }

    @Override
    public void route(DelegateTask task) {
        if (task.getAssignee() == null
                && !EVERYBODYS.contains(task.getTaskDefinitionKey())
                && isATeams(task)
                && task.getVariable(CommonVariables.REFERRAL_ID.name()) instanceof String referral) {
            linkWorkers
                    .today(ReferralId.of(referral))
                    .filter(person -> mayHave(task, person))
                    .ifPresent(person -> task.setAssignee(person.id().toString()));
        }
    }

    private static boolean isATeams(DelegateTask task) {
        return task.getCandidates().stream().map(IdentityLink::getGroupId).anyMatch(EngineGroups::isTeam);
    }

    private static boolean mayHave(DelegateTask task, Account person) {
        Set<String> groups = EngineGroups.of(person.asActor());
        return task.getCandidates().stream().map(IdentityLink::getGroupId).anyMatch(groups::contains);
    }
}
