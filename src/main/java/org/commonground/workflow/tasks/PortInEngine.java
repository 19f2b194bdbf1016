package org.commonground.workflow.tasks;

import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.commonground.workflow.engine.EngineIdentity;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Puts the task port in front of the engine's form and task services. */
@Component
class PortInEngine extends AbstractProcessEnginePlugin {

    private final EngineIdentity identity;
    private final ObjectProvider<TaskPort> port;
    private final ObjectProvider<ActingPerson> person;

    PortInEngine(EngineIdentity identity, ObjectProvider<TaskPort> port, ObjectProvider<ActingPerson> person) {
        this.identity = identity;
        this.port = port;
        this.person = person;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        engine.setFormService(new PortFormService(port, person));
        engine.setTaskService(new PortTaskService(identity, port, person));
    }
}
