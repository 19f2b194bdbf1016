package org.commonground.workflow.sweep;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.IdentityLink;
import org.commonground.account.Account;
import org.commonground.account.AccountId;
import org.commonground.account.Accounts;
import org.commonground.account.NeighbourhoodId;
import org.commonground.account.Role;
import org.commonground.correspondence.MessageKind;
import org.commonground.correspondence.words.Message;
import org.commonground.correspondence.words.MessageComposer;
import org.commonground.neighbourhood.Ladder;
import org.commonground.workflow.engine.EngineGroups;
import org.commonground.workflow.engine.Tenants;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Tells somebody else that a task is overdue: those {@link Ladder} names for its candidates. Fact for the templates:
 * {@code reference}, where the task is about a referral and no concern.
 */
@Component
class OverdueMessage implements MessageComposer {

    private static final Logger LOG = LoggerFactory.getLogger(OverdueMessage.class);

    private final TaskService tasks;
    private final Accounts accounts;
    private final Ladder ladder;

    OverdueMessage(TaskService tasks, Accounts accounts, Ladder ladder) {
        this.tasks = tasks;
        this.accounts = accounts;
        this.ladder = ladder;
    }

    @Override
    public MessageKind kind() {
        return MessageKind.TASK_OVERDUE;
    }

    @Override
    public List<UUID> recipients(UUID subject) {
        throw new UnsupportedOperationException("who is told depends on the task");
    }

    @Override
    public List<UUID> recipients(UUID subject, UUID task) {
        Optional<NeighbourhoodId> where = neighbourhood(subject, task);
        List<Account> hearing = candidates(task)
                .flatMap(group -> standIns(group, where))
                .distinct()
                .toList();
        if (hearing.isEmpty()) {
            hearing = ladder.last(where);
        }
        if (hearing.isEmpty()) {
            LOG.warn("task {} is overdue, and neither administrators nor managers have a mail address", task);
        }
        return hearing.stream().map(account -> account.id().value()).toList();
    }

    private Stream<Account> standIns(String candidates, Optional<NeighbourhoodId> where) {
        return EngineGroups.teamOf(candidates)
                .map(ladder::ofTeam)
                .or(() -> EngineGroups.postOf(candidates).map(ladder::ofPost))
                .or(() -> EngineGroups.roleOf(candidates).map(role -> ladder.ofRole(role, where)))
                .stream()
                .flatMap(List::stream);
    }

    @Override
    public Optional<NeighbourhoodId> neighbourhood(UUID subject, UUID task) {
        return Optional.ofNullable(
                        tasks.createTaskQuery().taskId(task.toString()).singleResult())
                .flatMap(open -> Tenants.neighbourhood(open.getTenantId()));
    }

    /** Empty once somebody has answered the task, or where the account is closed or has no address. */
    @Override
    public Optional<Message> compose(UUID subject, UUID recipient, UUID task) {
        boolean open = tasks.createTaskQuery().taskId(task.toString()).count() == 1;
        return accounts.find(new AccountId(recipient))
                .filter(account -> open && account.active() && account.mail() != null)
                .map(account -> new Message(account.mail(), "A task is overdue", facts(task), Optional.empty()));
    }

    /** About whom there is a concern, no mail tells. */
    private Map<String, Object> facts(UUID task) {
        boolean concern = candidates(task)
                .flatMap(group -> EngineGroups.postOf(group).stream())
                .anyMatch(post -> post.role() == Role.SAFEGUARDING_LEAD);
        Object reference = concern ? null : tasks.getVariable(task.toString(), "reference");
        return reference == null ? Map.of() : Map.of("reference", reference);
    }

    private Stream<String> candidates(UUID task) {
        return tasks.getIdentityLinksForTask(task.toString()).stream()
                .map(IdentityLink::getGroupId)
                .filter(Objects::nonNull)
                .distinct();
    }
}
