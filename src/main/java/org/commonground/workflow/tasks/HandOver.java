package org.commonground.workflow.tasks;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;
import org.commonground.account.Account;
import org.commonground.account.AccountId;
import org.commonground.account.Accounts;
import org.commonground.account.Actor;
import org.commonground.account.TeamId;
import org.commonground.neighbourhood.Absences;
import org.commonground.neighbourhood.Teams;
import org.commonground.platform.event.By;
import org.commonground.platform.event.Events;
import org.commonground.platform.persistence.InOneTransaction;
import org.commonground.platform.refusal.Commands;
import org.commonground.platform.refusal.Refusal;
import org.commonground.workflow.engine.EngineGroups;
import org.commonground.workflow.engine.EngineIdentity;
import org.commonground.workflow.vocabulary.CommonVariables;
import org.commonground.workflow.vocabulary.ReferralProcess;
import org.springframework.stereotype.Service;

/**
 * What whoever leads a team does with its tasks: see who has what, and give them to somebody else. Like the {@link
 * TaskPort} it decides by itself, with no right of the engine counting, and is never called inside a transaction.
 * Whoever had a task loses what being its assignee gave them.
 */
@Service
public class HandOver {

    /** As many tasks as one page shows and one hand-over takes. */
    public static final int MOST = 500;

    private final TaskService engine;
    private final RuntimeService runtime;
    private final TasksAtHand atHand;
    private final Teams teams;
    private final Accounts accounts;
    private final Absences absences;
    private final Events events;
    private final EngineIdentity identity;
    private final InOneTransaction once;

    HandOver(
            TaskService engine,
            RuntimeService runtime,
            TasksAtHand atHand,
            Teams teams,
            Accounts accounts,
            Absences absences,
            Events events,
            EngineIdentity identity,
            InOneTransaction once) {
        this.engine = engine;
        this.runtime = runtime;
        this.atHand = atHand;
        this.teams = teams;
        this.accounts = accounts;
        this.absences = absences;
        this.events = events;
        this.identity = identity;
        this.once = once;
    }

    /**
     * What became of the tasks.
     *
     * @param gone those that were answered meanwhile, or are not the team's
     */
    public record Result(int handedOver, int gone) {}

    /**
     * The open tasks of a team, those first that are due first; {@value #MOST} at most.
     *
     * @throws Refusal where the actor does not lead the team
     */
    public List<HeldTask> openTasks(TeamId team, Actor.SignedIn lead) {
        requireLead(team, lead);
        return identity.aside(() -> ofTeam(team).orderByDueDate().asc().listPage(0, MOST).stream()
                .map(HandOver::held)
                .toList());
    }

    /** @throws Refusal where the actor does not lead the team */
    public long count(TeamId team, Actor.SignedIn lead) {
        requireLead(team, lead);
        return identity.aside(() -> ofTeam(team).count());
    }

    /**
     * Hands tasks over, all that are still open in one transaction.
     *
     * @throws Refusal where the actor does not lead the team, no task is chosen, or whoever is to have them does not
     *     work in the team or is away today
     */
    public Result handOver(HandOverTasks command, Actor.SignedIn lead) {
        Commands.require(command);
        return identity.aside(() -> once.call(() -> {
            requireLead(command.team(), lead);
            Optional<AccountId> to = Optional.ofNullable(command.to());
            to.ifPresent(person -> requireThere(command.team(), person));
            List<Task> open = ofTeam(command.team())
                    .taskIdIn(command.tasks().toArray(String[]::new))
                    .list();
            open.forEach(task -> give(task, to, to.isPresent() ? "to-colleague" : "to-team", lead.by()));
            return new Result(open.size(), command.tasks().size() - open.size());
        }));
    }

    /** Takes away from an account every task that it may not have any more. For listeners, in their transaction. */
    public void release(AccountId id, By actor) {
        identity.aside(() -> {
            List<String> groups = accounts.find(id)
                    .filter(Account::active)
                    .map(account -> List.copyOf(EngineGroups.of(account.asActor())))
                    .orElse(List.of());
            engine.createTaskQuery().taskAssignee(id.toString()).list().stream()
                    .filter(task -> groups.stream().noneMatch(atHand.candidates(task)::contains))
                    .forEach(task -> give(task, Optional.empty(), TaskHandedOver.LEFT, actor));
            return null;
        });
    }

    /** How many referrals a team has that have not ended: each will ask for somebody. For listeners. */
    public long openReferrals(TeamId team) {
        return identity.aside(() -> runtime.createProcessInstanceQuery()
                .processDefinitionKey(ReferralProcess.ID)
                .variableValueEquals(ReferralProcess.Variables.TEAM.name(), EngineGroups.team(team))
                .count());
    }

    private void give(Task task, Optional<AccountId> to, String why, By actor) {
        String assignee = to.map(AccountId::toString).orElse(null);
        if (!Objects.equals(task.getAssignee(), assignee)) {
            engine.setAssignee(task.getId(), assignee);
            events.publish(TaskHandedOver.of(referral(task), atHand.subject(task), to, why, actor));
        }
    }

    private UUID referral(Task task) {
        Object referral = engine.getVariable(task.getId(), CommonVariables.REFERRAL_ID.name());
        return referral instanceof String id ? UUID.fromString(id) : null;
    }

    private TaskQuery ofTeam(TeamId team) {
        return engine.createTaskQuery()
                .active()
                .taskCandidateGroup(EngineGroups.team(team))
                .includeAssignedTasks();
    }

    private static HeldTask held(Task task) {
        return new HeldTask(
                task.getId(),
                task.getName(),
                Optional.ofNullable(task.getAssignee()).map(AccountId::of),
                Optional.ofNullable(task.getDueDate()).map(date -> date.toInstant()));
    }

    private void requireLead(TeamId team, Actor.SignedIn lead) {
        if (!teams.isLedBy(team, lead)) {
            throw Refusal.notAllowed("Only whoever leads the team may do this");
        }
    }

    private void requireThere(TeamId team, AccountId person) {
        boolean works = accounts.find(person)
                .filter(account -> account.active() && account.worksIn(team))
                .isPresent();
        if (!works) {
            throw Refusal.invalid("to", "Choose somebody who works in this team");
        }
        absences.requireThere(person);
    }
}
