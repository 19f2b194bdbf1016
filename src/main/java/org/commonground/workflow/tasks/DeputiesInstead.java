package org.commonground.workflow.tasks;

import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.task.IdentityLink;
import org.commonground.account.Account;
import org.commonground.account.AccountId;
import org.commonground.account.Accounts;
import org.commonground.account.Post;
import org.commonground.neighbourhood.Absences;
import org.commonground.workflow.engine.EngineGroups;
import org.commonground.workflow.engine.TaskRouting;
import org.springframework.stereotype.Component;

/** A task of a post comes to the post's deputies too, where today nobody is there who holds it. */
@Component
class DeputiesInstead implements TaskRouting {

    private final Accounts accounts;
    private final Absences absences;

    DeputiesInstead(Accounts accounts, Absences absences) {
        this.accounts = accounts;
        this.absences = absences;
    }

    @Override
    public void route(DelegateTask task) {
        Set<String> groups = task.getCandidates().stream()
                .map(IdentityLink::getGroupId)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        groups.stream()
                .flatMap(group -> EngineGroups.postOf(group).stream())
                .filter(this::isDeserted)
                .flatMap(post -> post.deputy().stream())
                .forEach(deputy -> task.addCandidateGroup(EngineGroups.post(deputy)));
    }

    private boolean isDeserted(Post post) {
        Set<AccountId> holders =
                accounts.holding(post).stream().map(Account::id).collect(Collectors.toSet());
        return absences.today(holders).keySet().containsAll(holders);
    }
}
