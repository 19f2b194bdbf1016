package org.commonground.workflow.listeners;

import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import java.util.function.ToIntFunction;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.commonground.placement.PlacementId;
import org.commonground.platform.time.WorkingDays;
import org.commonground.referral.ReferralId;
import org.commonground.workflow.engine.EngineIdentity;
import org.commonground.workflow.vocabulary.PlacementProcess;
import org.commonground.workflow.vocabulary.ReferralProcess;
import org.springframework.stereotype.Component;

/**
 * The timers that a pause stops: of a held place (phone and lapse of an offer, asking whether a freed one is still
 * wanted), of the wait until somebody was told that we could not reach them, and for their reply; and the due dates people see. A clock that stands still is a
 * timer whose job is suspended: it keeps its date, cannot fire however long the pause lasts, and everybody who looks at
 * it in Cockpit sees why. When it goes on its date has moved by the working days it stood.
 */
@Component
class Clocks {

    /** A process with timers, and the tasks whose dates move with them. */
    private record Kind(String process, List<String> timers, List<String> tasks) {}

    private static final Kind OFFER = new Kind(
            PlacementProcess.ID,
            List.of(
                    PlacementProcess.Timers.PHONE_ORGANISER,
                    PlacementProcess.Timers.OFFER_LAPSES,
                    PlacementProcess.Timers.ASK_LAPSES),
            List.of(
                    PlacementProcess.Tasks.ANSWER_OFFER,
                    PlacementProcess.Tasks.PHONE_ORGANISER,
                    PlacementProcess.Tasks.ASK_STILL_WANTED));

    private static final Kind REPLY = new Kind(
            ReferralProcess.ID,
            List.of(ReferralProcess.Timers.LAST_LETTER_OVERDUE, ReferralProcess.Timers.REPLY_DUE),
            List.of(ReferralProcess.Tasks.AWAIT_REPLY));

    private final ManagementService jobs;
    private final RuntimeService processes;
    private final TaskService tasks;
    private final EngineIdentity identity;
    private final WorkingDays days;

    Clocks(
            ManagementService jobs,
            RuntimeService processes,
            TaskService tasks,
            EngineIdentity identity,
            WorkingDays days) {
        this.jobs = jobs;
        this.processes = processes;
        this.tasks = tasks;
        this.identity = identity;
        this.days = days;
    }

    void stop(PlacementId offer) {
        stop(OFFER, offer.value());
    }

    /** Of the wait for a reply, where there is one. */
    void stop(ReferralId referral) {
        stop(REPLY, referral.value());
    }

    /** @param workingDays how long they stood still */
    void resume(PlacementId offer, int workingDays) {
        resume(OFFER, offer.value(), 0, task -> workingDays);
    }

    /** @param since when the standstill began; a wait that began in it stood for as long as there was it */
    void resume(ReferralId referral, LocalDate since) {
        resume(REPLY, referral.value(), days.between(since, days.today()), task -> {
            LocalDate begun = day(task.getCreateTime()).toLocalDate();
            return days.between(begun.isAfter(since) ? begun : since, days.today());
        });
    }

    private void stop(Kind kind, UUID subject) {
        identity.aside(() -> {
            timers(kind, subject).forEach(timer -> jobs.suspendJobById(timer.getId()));
            return null;
        });
    }

    /** @param usual how long a timer stood to which no task belongs */
    private void resume(Kind kind, UUID subject, int usual, ToIntFunction<Task> stood) {
        identity.aside(() -> {
            List<Task> open = tasks.createTaskQuery()
                    .processInstanceBusinessKey(subject.toString())
                    .taskDefinitionKeyIn(kind.tasks().toArray(String[]::new))
                    .list();
            int most = open.stream().mapToInt(stood).max().orElse(usual);
            timers(kind, subject).forEach(timer -> {
                jobs.setJobDuedate(timer.getId(), later(timer.getDuedate(), most));
                jobs.activateJobById(timer.getId());
            });
            open.forEach(task -> tasks.setDueDate(task.getId(), later(task.getDueDate(), stood.applyAsInt(task))));
            return null;
        });
    }

    /** The phone timer may have fired before. */
    private List<Job> timers(Kind kind, UUID subject) {
        ProcessInstance process = processes
                .createProcessInstanceQuery()
                .processDefinitionKey(kind.process())
                .processInstanceBusinessKey(subject.toString())
                .singleResult();
        return process == null
                ? List.of()
                : kind.timers().stream()
                        .map(timer -> jobs.createJobQuery()
                                .processInstanceId(process.getId())
                                .activityId(timer)
                                .list())
                        .flatMap(Collection::stream)
                        .toList();
    }

    private Date later(Date date, int workingDays) {
        ZonedDateTime moment = day(date);
        LocalDate later = days.after(moment.toLocalDate(), workingDays);
        return Date.from(
                later.atTime(moment.toLocalTime()).atZone(WorkingDays.LONDON).toInstant());
    }

    private static ZonedDateTime day(Date date) {
        return date.toInstant().atZone(WorkingDays.LONDON);
    }
}
