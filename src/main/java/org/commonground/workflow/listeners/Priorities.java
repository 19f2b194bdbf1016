package org.commonground.workflow.listeners;

import java.util.Collection;
import java.util.UUID;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.commonground.referral.Urgency;
import org.commonground.workflow.engine.EngineIdentity;
import org.commonground.workflow.engine.TaskPriority;
import org.commonground.workflow.vocabulary.CommonVariables;
import org.springframework.stereotype.Component;

/** Makes what waits urgent: the tasks that are open, and by the variable those that are still to come. */
@Component
class Priorities {

    private final RuntimeService processes;
    private final TaskService tasks;
    private final EngineIdentity identity;

    Priorities(RuntimeService processes, TaskService tasks, EngineIdentity identity) {
        this.processes = processes;
        this.tasks = tasks;
        this.identity = identity;
    }

    /** @param subjects the business keys of the processes; one that has ended is passed over */
    void rise(Collection<UUID> subjects) {
        identity.aside(() -> {
            subjects.forEach(this::rise);
            return null;
        });
    }

    private void rise(UUID subject) {
        processes.createProcessInstanceQuery().processInstanceBusinessKey(subject.toString()).list().stream()
                .map(ProcessInstance::getId)
                .forEach(process -> {
                    processes.setVariable(process, CommonVariables.URGENCY.name(), Urgency.URGENT.word());
                    tasks.createTaskQuery()
                            .processInstanceId(process)
                            .taskMaxPriority(TaskPriority.URGENT - 1)
                            .list()
                            .forEach(task -> tasks.setPriority(task.getId(), TaskPriority.URGENT));
                });
    }
}
