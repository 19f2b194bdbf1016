package org.commonground.workflow.listeners;

import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Date;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.commonground.placement.PlacementId;
import org.commonground.platform.time.WorkingDays;
import org.commonground.workflow.engine.EngineIdentity;
import org.commonground.workflow.vocabulary.PlacementProcess;
import org.commonground.workflow.vocabulary.PlacementProcess.Tasks;
import org.commonground.workflow.vocabulary.PlacementProcess.Timers;
import org.springframework.stereotype.Component;

/**
 * The timers of a held place: phone and lapse of an offer, and asking whether a freed one is still wanted; and the due
 * dates people see. A clock that stands still is a timer whose
 * job is suspended: it keeps its date, cannot fire however long the pause lasts, and everybody who looks at it in
 * Cockpit sees why. When it goes on its date has moved by the working days it stood.
 */
@Component
class OfferClocks {

    private final ManagementService jobs;
    private final RuntimeService processes;
    private final TaskService tasks;
    private final EngineIdentity identity;
    private final WorkingDays days;

    OfferClocks(
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
        identity.aside(() -> {
            timers(offer).forEach(timer -> jobs.suspendJobById(timer.getId()));
            return null;
        });
    }

    /** @param workingDays how long they stood still */
    void resume(PlacementId offer, int workingDays) {
        identity.aside(() -> {
            timers(offer).forEach(timer -> {
                jobs.setJobDuedate(timer.getId(), later(timer.getDuedate(), workingDays));
                jobs.activateJobById(timer.getId());
            });
            tasks.createTaskQuery()
                    .processInstanceBusinessKey(offer.toString())
                    .taskDefinitionKeyIn(Tasks.ANSWER_OFFER, Tasks.PHONE_ORGANISER, Tasks.ASK_STILL_WANTED)
                    .list()
                    .forEach(task -> tasks.setDueDate(task.getId(), later(task.getDueDate(), workingDays)));
            return null;
        });
    }

    /** The phone timer may have fired before. */
    private List<Job> timers(PlacementId offer) {
        ProcessInstance placement = processes
                .createProcessInstanceQuery()
                .processDefinitionKey(PlacementProcess.ID)
                .processInstanceBusinessKey(offer.toString())
                .singleResult();
        return placement == null
                ? List.of()
                : Stream.of(Timers.PHONE_ORGANISER, Timers.OFFER_LAPSES, Timers.ASK_LAPSES)
                        .flatMap(timer -> timers(placement, timer))
                        .toList();
    }

    private Stream<Job> timers(ProcessInstance placement, String timer) {
        return jobs.createJobQuery().processInstanceId(placement.getId()).activityId(timer).list().stream();
    }

    private Date later(Date date, int workingDays) {
        ZonedDateTime moment = date.toInstant().atZone(WorkingDays.LONDON);
        LocalDate day = days.after(moment.toLocalDate(), workingDays);
        return Date.from(
                day.atTime(moment.toLocalTime()).atZone(WorkingDays.LONDON).toInstant());
    }
}
