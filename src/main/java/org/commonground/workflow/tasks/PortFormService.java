package org.commonground.workflow.tasks;

import java.util.Collection;
import java.util.Map;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.impl.FormServiceImpl;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.beans.factory.ObjectProvider;

/**
 * The engine's form service, with the task port behind it: what Tasklist shows is read live, what it submits goes to
 * the port. Starting a process by a form does not exist here.
 */
class PortFormService extends FormServiceImpl {

    private final ObjectProvider<TaskPort> port;
    private final ObjectProvider<ActingPerson> person;

    PortFormService(ObjectProvider<TaskPort> port, ObjectProvider<ActingPerson> person) {
        this.port = port;
        this.person = person;
    }

    @Override
    public VariableMap getTaskFormVariables(String taskId, Collection<String> names, boolean deserialize) {
        // asks whether the engine would show its variables, and throws where it would not
        super.getTaskFormVariables(taskId, names, deserialize);
        try {
            VariableMap values = FormValues.forForm(
                    port.getObject().prefill(taskId, person.getObject().now()));
            if (names != null) {
                values.keySet().retainAll(names);
            }
            return values;
        } catch (TaskRefused refused) {
            if (refused.why() == TaskRefused.Why.NOT_ALLOWED) {
                throw new AuthorizationException(refused.getMessage());
            }
            if (refused.why() == TaskRefused.Why.NO_LONGER_OPEN) {
                throw new BadUserRequestException(refused.getMessage());
            }
            throw refused;
        }
    }

    @Override
    public void submitTaskForm(String taskId, Map<String, Object> properties) {
        port.getObject()
                .submit(taskId, FormValues.plain(properties), person.getObject().now());
    }

    @Override
    public VariableMap submitTaskFormWithVariablesInReturn(
            String taskId, Map<String, Object> properties, boolean deserialize) {
        submitTaskForm(taskId, properties);
        return Variables.createVariables();
    }

    @Override
    public VariableMap getStartFormVariables(String definition, Collection<String> names, boolean deserialize) {
        throw noStartForms();
    }

    @Override
    public ProcessInstance submitStartForm(String definition, Map<String, Object> properties) {
        throw noStartForms();
    }

    @Override
    public ProcessInstance submitStartForm(String definition, String businessKey, Map<String, Object> properties) {
        throw noStartForms();
    }

    @Override
    public ProcessInstance submitStartFormData(String definition, Map<String, String> properties) {
        throw noStartForms();
    }

    @Override
    public ProcessInstance submitStartFormData(String definition, String businessKey, Map<String, String> properties) {
        throw noStartForms();
    }

    private static BadUserRequestException noStartForms() {
        return new BadUserRequestException("A process starts when something has happened, not from a form.");
    }
}
