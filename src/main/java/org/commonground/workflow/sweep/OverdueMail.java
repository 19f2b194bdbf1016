package org.commonground.workflow.sweep;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.IdentityLink;
import org.commonground.account.Account;
import org.commonground.account.AccountId;
import org.commonground.account.Accounts;
import org.commonground.account.Role;
import org.commonground.account.TeamId;
import org.commonground.correspondence.Mail;
import org.commonground.correspondence.MailComposer;
import org.commonground.correspondence.MailKind;
import org.commonground.workflow.engine.EngineGroups;
import org.springframework.stereotype.Component;

/**
 * Tells somebody that a task is overdue: the team's lead for a task of a team, the deputy for one of the safeguarding
 * lead; the administrators where there is no such person. Fact for the templates: {@code reference}, where the task is
 * about a referral.
 */
@Component
class OverdueMail implements MailComposer {

    private static final String TEAM = "team-";

    private final TaskService tasks;
    private final Accounts accounts;

    OverdueMail(TaskService tasks, Accounts accounts) {
        this.tasks = tasks;
        this.accounts = accounts;
    }

    @Override
    public MailKind kind() {
        return MailKind.TASK_OVERDUE;
    }

    @Override
    public List<UUID> recipients(UUID subject) {
        throw new UnsupportedOperationException("who is told depends on the task");
    }

    @Override
    public List<UUID> recipients(UUID subject, UUID task) {
        Set<String> candidates = candidates(task);
        List<UUID> standIns = candidates.stream()
                .flatMap(this::standIns)
                // a row without an address would be dropped, and nobody told
                .filter(account -> account.mail() != null)
                .map(account -> account.id().value())
                .distinct()
                .toList();
        return standIns.isEmpty() ? ids(accounts.withRole(Role.ADMINISTRATOR)) : standIns;
    }

    private Stream<Account> standIns(String candidates) {
        if (candidates.startsWith(TEAM)) {
            return accounts.leadOf(TeamId.of(candidates.substring(TEAM.length()))).stream();
        }
        boolean safeguarding = candidates.equals(EngineGroups.role(Role.SAFEGUARDING_LEAD));
        return safeguarding ? accounts.withRole(Role.SAFEGUARDING_DEPUTY).stream() : Stream.empty();
    }

    /** Empty once somebody has answered the task, or where the account is closed or has no address. */
    @Override
    public Optional<Mail> compose(UUID subject, UUID recipient, UUID task) {
        boolean open = tasks.createTaskQuery().taskId(task.toString()).count() == 1;
        return accounts.find(new AccountId(recipient))
                .filter(account -> open && account.active() && account.mail() != null)
                .map(account -> new Mail(account.mail(), "A task is overdue", facts(task), Optional.empty()));
    }

    private Map<String, Object> facts(UUID task) {
        Object reference = tasks.getVariable(task.toString(), "reference");
        return reference == null ? Map.of() : Map.of("reference", reference);
    }

    private Set<String> candidates(UUID task) {
        Set<String> groups = new LinkedHashSet<>();
        for (IdentityLink link : tasks.getIdentityLinksForTask(task.toString())) {
            if (link.getGroupId() != null) {
                groups.add(link.getGroupId());
            }
        }
        return groups;
    }

    private static List<UUID> ids(List<Account> accounts) {
        return accounts.stream().map(account -> account.id().value()).toList();
    }
}
