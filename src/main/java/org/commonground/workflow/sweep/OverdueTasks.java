package org.commonground.workflow.sweep;

import java.time.Clock;
import java.time.ZonedDateTime;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.commonground.correspondence.MessageKind;
import org.commonground.correspondence.outbox.Outbox;
import org.commonground.platform.time.WorkingDays;
import org.commonground.referral.ReferralId;
import org.commonground.referral.Referrals;
import org.commonground.workflow.engine.EngineGroups;
import org.commonground.workflow.vocabulary.PlacementProcess;
import org.commonground.workflow.vocabulary.ReferralProcess;
import org.springframework.stereotype.Component;

/**
 * Tasks that nobody has answered a working day after they were due: they rise, and somebody hears of it, once. Those of
 * a post that has deputies are then the deputies' as well. What a group is asked, or asks, is not late during a pause,
 * nor is the reply to a last letter.
 */
@Component
class OverdueTasks {

    /** Above everything that is merely urgent (80); a task that has it has been raised. */
    static final int OVERDUE = 90;

    /** As many as one round raises; the latest come first, and the rest next time. */
    private static final int ROUND = 500;

    /** A pause stops their clocks. */
    private static final Set<String> STOPPED = Set.of(
            ReferralProcess.Tasks.AWAIT_REPLY,
            PlacementProcess.Tasks.ANSWER_OFFER,
            PlacementProcess.Tasks.PHONE_ORGANISER,
            PlacementProcess.Tasks.ANSWER_QUESTION);

    private final TaskService tasks;
    private final RuntimeService processes;
    private final Referrals referrals;
    private final Outbox outbox;
    private final WorkingDays days;
    private final Clock clock;

    OverdueTasks(
            TaskService tasks,
            RuntimeService processes,
            Referrals referrals,
            Outbox outbox,
            WorkingDays days,
            Clock clock) {
        this.tasks = tasks;
        this.processes = processes;
        this.referrals = referrals;
        this.outbox = outbox;
        this.days = days;
        this.clock = clock;
    }

    /** The ids of tasks that are to be raised now. */
    List<String> find() {
        return tasks
                .createTaskQuery()
                .active()
                .dueBefore(Date.from(clock.instant()))
                .taskMaxPriority(OVERDUE - 1)
                .orderByDueDate()
                .asc()
                .listPage(0, ROUND)
                .stream()
                .filter(this::aWorkingDayOver)
                .map(Task::getId)
                .toList();
    }

    /** Raises one task and has it told; returns 0 where somebody has answered or raised it meanwhile, or a pause stops it. */
    int raise(String id) {
        Task task =
                tasks.createTaskQuery().taskId(id).taskMaxPriority(OVERDUE - 1).singleResult();
        if (task == null || standsStill(task)) {
            return 0;
        }
        tasks.setPriority(id, OVERDUE);
        openToDeputies(id);
        outbox.post(MessageKind.TASK_OVERDUE, subject(task), UUID.fromString(id));
        return 1;
    }

    /** Whoever hears that a task of a post is overdue can do it, too. */
    private void openToDeputies(String id) {
        Set<String> groups = tasks.getIdentityLinksForTask(id).stream()
                .map(IdentityLink::getGroupId)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        groups.stream()
                .flatMap(group -> EngineGroups.postOf(group).stream())
                .flatMap(post -> post.deputy().stream())
                .map(EngineGroups::post)
                .filter(deputies -> !groups.contains(deputies))
                .forEach(deputies -> tasks.addCandidateGroup(id, deputies));
    }

    private boolean standsStill(Task task) {
        return STOPPED.contains(task.getTaskDefinitionKey())
                && referrals.isPaused(ReferralId.of((String) tasks.getVariable(task.getId(), "referralId")));
    }

    private boolean aWorkingDayOver(Task task) {
        ZonedDateTime due = task.getDueDate().toInstant().atZone(WorkingDays.LONDON);
        ZonedDateTime late =
                days.after(due.toLocalDate(), 1).atTime(due.toLocalTime()).atZone(WorkingDays.LONDON);
        return !late.toInstant().isAfter(clock.instant());
    }

    private UUID subject(Task task) {
        String businessKey = processes
                .createProcessInstanceQuery()
                .processInstanceId(task.getProcessInstanceId())
                .singleResult()
                .getBusinessKey();
        return UUID.fromString(businessKey);
    }
}
