package org.commonground.workflow.engine;

import java.util.Set;
import org.camunda.bpm.engine.impl.history.AbstractHistoryLevel;
import org.camunda.bpm.engine.impl.history.event.HistoryEventType;

/**
 * A history that says which steps were taken, and nothing they were taken with: processes, activities, tasks, jobs,
 * incidents and operations, but no value of a variable, form field or decision. What is not named here is not kept.
 */
class LeanHistory extends AbstractHistoryLevel {

    static final String NAME = "lean";

    /** Kept in the database: the engine refuses to start when the level behind the name is another one. */
    private static final int ID = 1701;

    private static final Set<String> KEPT = Set.of(
            "process-instance",
            "process-instance-update",
            "activity-instance",
            "task-instance",
            "job",
            "incident",
            "user-operation-log");

    @Override
    public int getId() {
        return ID;
    }

    @Override
    public String getName() {
        return NAME;
    }

    @Override
    public boolean isHistoryEventProduced(HistoryEventType eventType, Object entity) {
        return KEPT.contains(eventType.getEntityType());
    }
}
