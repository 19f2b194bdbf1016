package org.commonground.workflow.listeners;

import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ActivityInstance;
import org.camunda.bpm.engine.runtime.ProcessInstanceModificationBuilder;
import org.camunda.bpm.engine.runtime.TransitionInstance;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.commonground.workflow.engine.EngineIdentity;
import org.springframework.stereotype.Component;

/**
 * Starts processes and tells running ones what happened, with nobody named to the engine: whoever caused the event was
 * authorised by the use case.
 */
@Component
class Processes {

    private final RuntimeService runtime;
    private final RepositoryService repository;
    private final EngineIdentity identity;

    Processes(RuntimeService runtime, RepositoryService repository, EngineIdentity identity) {
        this.runtime = runtime;
        this.repository = repository;
        this.identity = identity;
    }

    /** @param subject the id of what the process is about: its business key */
    void start(String process, UUID subject, Map<String, Object> variables) {
        identity.aside(() -> runtime.startProcessInstanceByKey(process, subject.toString(), variables));
    }

    boolean isRunning(String process, UUID subject) {
        return identity.aside(() -> runtime.createProcessInstanceQuery()
                        .processDefinitionKey(process)
                        .processInstanceBusinessKey(subject.toString())
                        .count()
                > 0);
    }

    /**
     * Tells the process about a subject. Where none waits for the message nothing happens: what the capability
     * recorded holds without it.
     */
    void tell(String message, UUID subject) {
        tell(message, subject, Map.of());
    }

    /** The same, with something the process goes on by. */
    void tell(String message, UUID subject, Map<String, Object> variables) {
        identity.aside(() -> {
            runtime.createMessageCorrelation(message)
                    .processInstanceBusinessKey(subject.toString())
                    .setVariables(variables)
                    .correlateAll();
            return null;
        });
    }

    /**
     * Ends a process whose model is older than a message that would end it: whatever it waits for is cancelled, and it
     * leaves by one of its ends, so that whoever called it goes on.
     *
     * @param end an end that the older models have too
     */
    void endWhereUnknown(String message, String process, UUID subject, String end) {
        identity.aside(() -> {
            runtime
                    .createProcessInstanceQuery()
                    .processDefinitionKey(process)
                    .processInstanceBusinessKey(subject.toString())
                    .list()
                    .stream()
                    .filter(running -> !knows(running.getProcessDefinitionId(), message))
                    .forEach(running -> leaveBy(end, running.getId()));
            return null;
        });
    }

    private boolean knows(String model, String message) {
        return repository.getBpmnModelInstance(model).getModelElementsByType(Message.class).stream()
                .anyMatch(known -> message.equals(known.getName()));
    }

    private void leaveBy(String end, String running) {
        ProcessInstanceModificationBuilder change = runtime.createProcessInstanceModification(running);
        ActivityInstance all = runtime.getActivityInstance(running);
        for (ActivityInstance waiting : all.getChildActivityInstances()) {
            change.cancelActivityInstance(waiting.getId());
        }
        for (TransitionInstance waiting : all.getChildTransitionInstances()) {
            change.cancelTransitionInstance(waiting.getId());
        }
        change.startBeforeActivity(end).execute();
    }
}
