package org.commonground.workflow.tasks;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Date;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.VariableInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;
import org.commonground.account.AccountId;
import org.commonground.account.Actor;
import org.commonground.referral.ReferralId;
import org.commonground.workflow.engine.EngineGroups;
import org.commonground.workflow.engine.EngineIdentity;
import org.commonground.workflow.vocabulary.CommonVariables;
import org.commonground.workflow.vocabulary.PlacementProcess;
import org.springframework.stereotype.Component;

/**
 * What a task in a list is about, for whoever has it in their list: a candidate or the assignee, by our own rules;
 * rights granted in the engine never count. It tells ids alone: who may know more is decided by whoever asks.
 */
@Component
public class TaskLookup {

    private static final String REFERRAL = CommonVariables.REFERRAL_ID.name();
    private static final String GROUP = PlacementProcess.Variables.GROUP.name();

    private final TaskService tasks;
    private final RuntimeService runtime;
    private final EngineIdentity identity;

    TaskLookup(TaskService tasks, RuntimeService runtime, EngineIdentity identity) {
        this.tasks = tasks;
        this.runtime = runtime;
        this.identity = identity;
    }

    /**
     * What a task is about.
     *
     * @param key the task's id in the model: {@code answer-offer}
     * @param group the engine's group of the community group it is about, {@code group-<uuid>}; empty where none
     */
    public record About(String task, String key, ReferralId referral, Optional<String> group) {}

    /**
     * A task that waits, as a page lists it.
     *
     * @param key the task's id in the model: {@code answer-offer}
     * @param name without the reference
     * @param assignee the account that has claimed it; empty where nobody has
     */
    public record Waiting(String task, String key, String name, Optional<AccountId> assignee, Optional<Instant> due) {}

    /** The tasks about these subjects that are open to this person, what is due first standing first. */
    public List<Waiting> waiting(Collection<UUID> subjects, Actor.SignedIn person) {
        String[] keys = subjects.stream().map(UUID::toString).toArray(String[]::new);
        return identity.aside(() -> openTo(person, tasks.createTaskQuery().processInstanceBusinessKeyIn(keys)).stream()
                .map(TaskLookup::waiting)
                .sorted(Comparator.comparing(Waiting::due, Comparator.comparing(due -> due.orElse(Instant.MAX))))
                .toList());
    }

    /** Who has claimed a task; empty where nobody has, or it is not open to this person. */
    public Optional<AccountId> assignee(String id, Actor.SignedIn person) {
        return identity.aside(() -> openTo(person, tasks.createTaskQuery().taskId(id)).stream()
                .map(Task::getAssignee)
                .filter(Objects::nonNull)
                .map(AccountId::of)
                .findFirst());
    }

    private static Waiting waiting(Task task) {
        return new Waiting(
                task.getId(),
                task.getTaskDefinitionKey(),
                task.getName().replaceFirst(" · .*$", ""),
                Optional.ofNullable(task.getAssignee()).map(AccountId::of),
                Optional.ofNullable(task.getDueDate()).map(Date::toInstant));
    }

    /** Those of the tasks that are open to this person and about a referral, by their ids; three queries for any number. */
    public Map<String, About> about(Collection<String> ids, Actor.SignedIn person) {
        return ids.isEmpty() ? Map.of() : identity.aside(() -> found(new LinkedHashSet<>(ids), person));
    }

    private Map<String, About> found(Set<String> ids, Actor.SignedIn person) {
        List<Task> open = openTo(person, tasks.createTaskQuery().taskIdIn(ids.toArray(String[]::new)));
        Map<String, Map<String, String>> variables = variables(open);
        Map<String, About> found = new HashMap<>();
        for (Task task : open) {
            Map<String, String> known = variables.getOrDefault(task.getProcessInstanceId(), Map.of());
            if (known.containsKey(REFERRAL)) {
                found.put(
                        task.getId(),
                        new About(
                                task.getId(),
                                task.getTaskDefinitionKey(),
                                ReferralId.of(known.get(REFERRAL)),
                                Optional.ofNullable(known.get(GROUP))));
            }
        }
        return found;
    }

    private static List<Task> openTo(Actor.SignedIn person, TaskQuery asked) {
        return asked.or()
                .taskAssignee(person.account().toString())
                .taskCandidateGroupIn(new ArrayList<>(EngineGroups.of(person)))
                .includeAssignedTasks()
                .endOr()
                .list();
    }

    /** The two variables we need, by process and name. */
    private Map<String, Map<String, String>> variables(List<Task> open) {
        Map<String, Map<String, String>> variables = new HashMap<>();
        String[] processes =
                open.stream().map(Task::getProcessInstanceId).distinct().toArray(String[]::new);
        if (processes.length > 0) {
            runtime.createVariableInstanceQuery()
                    .processInstanceIdIn(processes)
                    .variableNameIn(REFERRAL, GROUP)
                    .list()
                    .forEach(variable -> put(variables, variable));
        }
        return variables;
    }

    private static void put(Map<String, Map<String, String>> variables, VariableInstance variable) {
        if (variable.getValue() instanceof String value) {
            variables
                    .computeIfAbsent(variable.getProcessInstanceId(), process -> new HashMap<>())
                    .put(variable.getName(), value);
        }
    }
}
