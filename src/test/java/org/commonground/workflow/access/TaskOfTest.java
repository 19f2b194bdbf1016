package org.commonground.workflow.access;

import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.commonground.account.NeighbourhoodId;

/** A process of a test's own that waits at one task for the given groups, with a timer beside it; of a neighbourhood. */
record TaskOfTest(String process, String definition, String instance, String task, String job) {

    static TaskOfTest openTo(ProcessEngine engine, NeighbourhoodId where, String... groups) {
        String key = "wall-test-" + UUID.randomUUID();
        BpmnModelInstance model = Bpmn.createExecutableProcess(key)
                .camundaHistoryTimeToLiveString("P1D")
                .startEvent()
                .userTask("wall-test")
                .name("Something to do")
                .camundaCandidateGroups("${groups}")
                .boundaryEvent("later")
                .cancelActivity(false)
                .timerWithDate("2100-01-01T00:00:00Z")
                .endEvent()
                .moveToActivity("wall-test")
                .endEvent()
                .done();
        String deployment = engine.getRepositoryService()
                .createDeployment()
                .addModelInstance(key + ".bpmn", model)
                .deploy()
                .getId();
        ProcessInstance instance = engine.getRuntimeService()
                .startProcessInstanceByKey(
                        key,
                        UUID.randomUUID().toString(),
                        Map.of(
                                "groups",
                                String.join(",", groups),
                                "reference",
                                "CG-TEST-00",
                                "neighbourhood",
                                where.toString()));
        return new TaskOfTest(
                key,
                engine.getRepositoryService()
                        .createProcessDefinitionQuery()
                        .deploymentId(deployment)
                        .singleResult()
                        .getId(),
                instance.getId(),
                engine.getTaskService()
                        .createTaskQuery()
                        .processInstanceId(instance.getId())
                        .singleResult()
                        .getId(),
                engine.getManagementService()
                        .createJobQuery()
                        .processInstanceId(instance.getId())
                        .singleResult()
                        .getId());
    }

    /** Puts the ids in the places of {@code {task}}, {@code {instance}}, {@code {definition}}, {@code {process}}. */
    String in(String text) {
        return text.replace("{task}", task)
                .replace("{instance}", instance)
                .replace("{definition}", definition)
                .replace("{process}", process)
                .replace("{job}", job);
    }
}
