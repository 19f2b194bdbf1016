package org.commonground.workflow.listeners;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.variable.Variables;
import org.commonground.account.NeighbourhoodId;
import org.commonground.workflow.engine.EngineIdentity;
import org.commonground.workflow.vocabulary.CommonVariables;
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

    /**
     * @param subject the id of what the process is about: its business key
     * @param where the neighbourhood the process is of, whose managers see it run; empty where it is about the
     *     installation alone. A model that asks for it has it among the variables, too
     */
    void start(String process, UUID subject, Optional<NeighbourhoodId> where, Map<String, Object> variables) {
        Map<String, Object> given = new HashMap<>();
        // told and not kept
        where.ifPresent(place ->
                given.put(CommonVariables.NEIGHBOURHOOD.name(), Variables.stringValue(place.toString(), true)));
        given.putAll(variables);
        identity.aside(() -> runtime.startProcessInstanceByKey(process, subject.toString(), given));
    }

    void start(String process, UUID subject, NeighbourhoodId where, Map<String, Object> variables) {
        start(process, subject, Optional.of(where), variables);
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
