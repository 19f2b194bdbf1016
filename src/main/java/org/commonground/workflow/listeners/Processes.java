package org.commonground.workflow.listeners;

import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.RuntimeService;
import org.commonground.workflow.engine.EngineIdentity;
import org.springframework.stereotype.Component;

/**
 * Starts processes and tells running ones what happened, with nobody named to the engine: whoever caused the event was
 * authorised by the use case.
 */
@Component
class Processes {

    private final RuntimeService runtime;
    private final EngineIdentity identity;

    Processes(RuntimeService runtime, EngineIdentity identity) {
        this.runtime = runtime;
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
}
