package org.commonground.workflow.tasks;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;
import org.commonground.account.Actor;
import org.commonground.account.Matter;
import org.commonground.workflow.engine.EngineGroups;
import org.springframework.stereotype.Component;

/** Looks tasks up in the engine, and says whose they are. Nobody is named to the engine while it is asked. */
@Component
class TasksAtHand {

    private final TaskService tasks;
    private final RuntimeService runtime;

    TasksAtHand(TaskService tasks, RuntimeService runtime) {
        this.tasks = tasks;
        this.runtime = runtime;
    }

    /** @throws TaskRefused where there is no such open task (any more) */
    Task open(String id) {
        Task task = id == null ? null : tasks.createTaskQuery().taskId(id).singleResult();
        if (task == null) {
            throw noLongerOpen();
        }
        return task;
    }

    /** @throws TaskRefused where the matter is settled */
    String of(Matter matter) {
        Task task = tasks.createTaskQuery()
                .processInstanceBusinessKey(matter.subject().toString())
                .taskDefinitionKey(matter.task())
                .singleResult();
        if (task == null) {
            throw noLongerOpen();
        }
        return task.getId();
    }

    /** False also where nobody can tell, because the database does not answer. */
    boolean isGone(String id) {
        try {
            return tasks.createTaskQuery().taskId(id).count() == 0;
        } catch (RuntimeException unanswered) {
            return false;
        }
    }

    static TaskRefused noLongerOpen() {
        return new TaskRefused(
                TaskRefused.Why.NO_LONGER_OPEN,
                "This task is no longer open. It was already answered, or is not needed any more.");
    }

    TaskAtHand describe(Task task) {
        Object reference = tasks.getVariable(task.getId(), "reference");
        return new TaskAtHand(
                task.getId(),
                task.getTaskDefinitionKey(),
                subject(task),
                reference instanceof String text ? text : null);
    }

    Set<String> candidates(Task task) {
        return tasks.getIdentityLinksForTask(task.getId()).stream()
                .filter(link -> IdentityLinkType.CANDIDATE.equals(link.getType()) && link.getGroupId() != null)
                .map(IdentityLink::getGroupId)
                .collect(Collectors.toUnmodifiableSet());
    }

    static boolean isAssignee(Task task, Actor actor) {
        return actor instanceof Actor.SignedIn person
                && person.account().toString().equals(task.getAssignee());
    }

    boolean isCandidate(Task task, Actor actor) {
        return actor instanceof Actor.SignedIn person
                && !Collections.disjoint(candidates(task), EngineGroups.of(person));
    }

    boolean isOfGroups(Task task, Actor actor) {
        return candidates(task).stream()
                .anyMatch(actor.groups().stream().map(EngineGroups::group).collect(Collectors.toSet())::contains);
    }

    List<OpenTask> ofPerson(Actor.SignedIn person) {
        TaskQuery theirs = tasks.createTaskQuery()
                .or()
                .taskAssignee(person.account().toString())
                .taskCandidateGroupIn(List.copyOf(EngineGroups.of(person)))
                .includeAssignedTasks()
                .endOr();
        return listed(theirs);
    }

    List<OpenTask> about(UUID subject) {
        return listed(tasks.createTaskQuery().processInstanceBusinessKey(subject.toString()));
    }

    private List<OpenTask> listed(TaskQuery query) {
        return query.orderByTaskPriority().desc().orderByTaskCreateTime().asc().list().stream()
                .map(this::listed)
                .toList();
    }

    private OpenTask listed(Task task) {
        return new OpenTask(
                task.getId(),
                task.getTaskDefinitionKey(),
                task.getName(),
                subject(task),
                Optional.ofNullable(task.getAssignee()),
                candidates(task),
                Optional.ofNullable(task.getDueDate()).map(date -> date.toInstant()));
    }

    ProcessInstance process(Task task) {
        return runtime.createProcessInstanceQuery()
                .processInstanceId(task.getProcessInstanceId())
                .singleResult();
    }

    UUID subject(Task task) {
        return UUID.fromString(process(task).getBusinessKey());
    }
}
