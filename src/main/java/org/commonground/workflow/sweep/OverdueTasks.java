package org.commonground.workflow.sweep;

import java.time.Clock;
import java.time.ZonedDateTime;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.commonground.correspondence.MailKind;
import org.commonground.correspondence.Outbox;
import org.commonground.platform.time.WorkingDays;
import org.springframework.stereotype.Component;

/** Tasks that nobody has answered a working day after they were due: they rise, and somebody hears of it, once. */
@Component
class OverdueTasks {

    /** Above everything that is merely urgent (80); a task that has it has been raised. */
    static final int OVERDUE = 90;

    /** As many as one round raises; the latest come first, and the rest next time. */
    private static final int ROUND = 500;

    private final TaskService tasks;
    private final RuntimeService processes;
    private final Outbox outbox;
    private final WorkingDays days;
    private final Clock clock;

    OverdueTasks(TaskService tasks, RuntimeService processes, Outbox outbox, WorkingDays days, Clock clock) {
        this.tasks = tasks;
        this.processes = processes;
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

    /** Raises one task and has it told; returns 0 where somebody has answered or raised it meanwhile. */
    int raise(String id) {
        Task task =
                tasks.createTaskQuery().taskId(id).taskMaxPriority(OVERDUE - 1).singleResult();
        if (task == null) {
            return 0;
        }
        tasks.setPriority(id, OVERDUE);
        outbox.post(MailKind.TASK_OVERDUE, subject(task), UUID.fromString(id));
        return 1;
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
