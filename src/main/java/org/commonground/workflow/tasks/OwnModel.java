package org.commonground.workflow.tasks;

import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.commonground.workflow.engine.EngineIdentity;
import org.springframework.stereotype.Component;

/** The model a task runs in: a process goes on by the release it began with, and may not know what a later one does. */
@Component
public class OwnModel {

    private final TaskService tasks;
    private final RepositoryService models;
    private final EngineIdentity identity;

    OwnModel(TaskService tasks, RepositoryService models, EngineIdentity identity) {
        this.tasks = tasks;
        this.models = models;
        this.identity = identity;
    }

    /** Whether the task's own model has an element of this id; a task that runs in none is one of today's. */
    public boolean knows(TaskAtHand atHand, String element) {
        return identity.aside(() -> {
            Task task = tasks.createTaskQuery().taskId(atHand.id()).singleResult();
            return task == null
                    || models.getBpmnModelInstance(task.getProcessDefinitionId())
                                    .getModelElementById(element)
                            != null;
        });
    }
}
