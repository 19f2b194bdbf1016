package org.commonground.workflow.engine;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;

/** A tiny model of its own for tests about the engine and the task port: one human task, one step, one job. */
public final class Errands {

    private final ProcessEngine engine;

    public Errands(ProcessEngine engine) {
        this.engine = engine;
        engine.getRepositoryService()
                .createDeployment()
                .name("errand")
                .enableDuplicateFiltering(false)
                .addClasspathResource("errand/errand.bpmn")
                .addClasspathResource("errand/run-errand.form")
                .deploy();
    }

    /** An errand whose task is open to a team and a community group. */
    public ProcessInstance start(String team, String group, Map<String, Object> more) {
        Map<String, Object> variables = new HashMap<>(more);
        variables.put("team", team);
        variables.put("group", group);
        variables.putIfAbsent("reference", "CG-TEST-01");
        return engine.getRuntimeService()
                .startProcessInstanceByKey("errand", UUID.randomUUID().toString(), variables);
    }

    public ProcessInstance start(Map<String, Object> more) {
        return start("team-" + UUID.randomUUID(), "group-" + UUID.randomUUID(), more);
    }

    public Task task(ProcessInstance errand) {
        return engine.getTaskService()
                .createTaskQuery()
                .processInstanceId(errand.getId())
                .singleResult();
    }
}
