package org.commonground.workflow.access;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.task.TaskQuery;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The lists that Tasklist shows, the same for everybody, who each see their own tasks in them. They are written while
 * the application starts, and brought to what stands here each time; whatever other filter there is goes away. No other
 * place of ours holds an expression that a query evaluates, and nobody else may make or change a filter.
 */
@Component
class TasklistFilters implements SmartInitializingSingleton {

    /** Kept apart from other locks by its number; two nodes that start at once then write one after the other. */
    private static final long LOCK = 0x7461736b6c697374L;

    private static final String ME = "${currentUser()}";
    private static final String MY_GROUPS = "${currentUserGroups()}";
    private static final String NOW = "${now()}";

    private final FilterService filters;
    private final TaskService tasks;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    TasklistFilters(
            FilterService filters, TaskService tasks, JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.filters = filters;
        this.tasks = tasks;
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
    }

    private record Wanted(String name, String description, TaskQuery query, String color) {}

    @Override
    public void afterSingletonsInstantiated() {
        transaction.executeWithoutResult(status -> {
            jdbc.sql("select pg_advisory_xact_lock(:lock)::text")
                    .param("lock", LOCK)
                    .query(String.class)
                    .single();
            List<Wanted> wanted = wanted();
            List<Filter> there = filters.createTaskFilterQuery().list();
            there.stream()
                    .filter(filter ->
                            wanted.stream().noneMatch(want -> want.name().equals(filter.getName())))
                    .forEach(filter -> filters.deleteFilter(filter.getId()));
            for (int place = 0; place < wanted.size(); place++) {
                write(wanted.get(place), place, there);
            }
        });
    }

    private List<Wanted> wanted() {
        return List.of(
                new Wanted("Mine", "Tasks I have claimed", sorted(query().taskAssigneeExpression(ME)), "#0b5d46"),
                new Wanted(
                        "My team’s",
                        "Tasks nobody has claimed yet",
                        sorted(query().taskCandidateGroupInExpression(MY_GROUPS)),
                        "#1d70b8"),
                new Wanted(
                        "All of my team’s",
                        "Claimed or not: to take over from somebody who is away",
                        sorted(mineOrMyTeams()),
                        "#52615f"),
                new Wanted("Overdue", "Past their day", sorted(mineOrMyTeams().dueBeforeExpression(NOW)), "#b3261e"),
                new Wanted(
                        "Waiting for a group",
                        "Offers that a group has not answered yet",
                        sorted(mineOrMyTeams().taskDefinitionKey("answer-offer")),
                        "#6f4a8e"));
    }

    private TaskQuery query() {
        return tasks.createTaskQuery().active();
    }

    /**
     * Claimed or not. Whoever has claimed a task is still a candidate for it, so one question is enough: asked with an
     * "or", the database would read every task of every team.
     */
    private TaskQuery mineOrMyTeams() {
        return query().taskCandidateGroupInExpression(MY_GROUPS).includeAssignedTasks();
    }

    /** Urgent ones first, then by the day they are due. */
    private static TaskQuery sorted(TaskQuery query) {
        return query.orderByTaskPriority().desc().orderByDueDate().asc();
    }

    private void write(Wanted wanted, int place, List<Filter> there) {
        Filter filter = there.stream()
                .filter(known -> known.getName().equals(wanted.name()))
                .findFirst()
                .orElseGet(() -> filters.newTaskFilter(wanted.name()));
        filter.setQuery(wanted.query());
        filter.setProperties(Map.of(
                "description",
                wanted.description(),
                "color",
                wanted.color(),
                "priority",
                place,
                "refresh",
                true,
                "showUndefinedVariable",
                false));
        filters.saveFilter(filter);
    }
}
