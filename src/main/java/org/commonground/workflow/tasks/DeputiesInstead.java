package org.commonground.workflow.tasks;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.task.IdentityLink;
import org.commonground.account.Account;
import org.commonground.account.Accounts;
import org.commonground.account.Role;
import org.commonground.neighbourhood.Absences;
import org.commonground.workflow.engine.EngineGroups;
import org.commonground.workflow.engine.TaskRouting;
import org.springframework.stereotype.Component;

/** A task of a role comes to the role's deputies too, where today nobody is there who has the role. */
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
        Set<String> groups =
                task.getCandidates().stream().map(IdentityLink::getGroupId).collect(Collectors.toSet());
        Arrays.stream(Role.values())
                .filter(role -> role.deputy().isPresent())
                .filter(role -> groups.contains(EngineGroups.role(role)))
                .filter(this::isDeserted)
                .forEach(role ->
                        task.addCandidateGroup(EngineGroups.role(role.deputy().orElseThrow())));
    }

    private boolean isDeserted(Role role) {
        Set<Object> away = Set.copyOf(absences.today().keySet());
        return accounts.withRole(role).stream().map(Account::id).allMatch(away::contains);
    }
}
