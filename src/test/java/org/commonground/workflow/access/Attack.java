package org.commonground.workflow.access;

import java.util.List;

/**
 * What somebody sends to the engine's API to do what no door is open for.
 *
 * @param path below the engine's address; {@link TaskOfTest#in} puts in what is attacked
 * @param body Json, or null for none
 */
record Attack(String method, String path, String body) {

    /** Whoever has the right to a task still may do none of this. */
    static final List<Attack> ALL = List.of(
            new Attack("PUT", "task/{task}", "{\"name\":\"Mrs Testerton\",\"description\":\"a person's story\"}"),
            new Attack("DELETE", "task/{task}", null),
            new Attack("POST", "task/{task}/complete", "{\"variables\":{\"verdict\":{\"value\":\"go-ahead\"}}}"),
            new Attack("POST", "task/{task}/resolve", "{}"),
            new Attack("POST", "task/{task}/delegate", "{\"userId\":\"somebody\"}"),
            new Attack("POST", "task/{task}/assignee", "{\"userId\":\"somebody\"}"),
            new Attack("POST", "task/{task}/bpmnError", "{\"errorCode\":\"unknown\"}"),
            new Attack("POST", "task/{task}/bpmnEscalation", "{\"escalationCode\":\"unknown\"}"),
            new Attack("POST", "task/{task}/identity-links", "{\"groupId\":\"team-other\",\"type\":\"candidate\"}"),
            new Attack(
                    "POST", "task/{task}/identity-links/delete", "{\"groupId\":\"team-other\",\"type\":\"candidate\"}"),
            new Attack("POST", "task/{task}/comment/create", "{\"message\":\"about a person\"}"),
            new Attack("DELETE", "task/{task}/comment/1", null),
            new Attack("GET", "task/{task}/attachment", null),
            new Attack("POST", "task/{task}/attachment/create", "{}"),
            new Attack("PUT", "task/{task}/variables/verdict", "{\"value\":\"go-ahead\"}"),
            new Attack("POST", "task/{task}/variables", "{\"modifications\":{\"verdict\":{\"value\":\"go-ahead\"}}}"),
            new Attack("PUT", "task/{task}/localVariables/name", "{\"value\":\"Mrs Testerton\"}"),
            new Attack("POST", "task/{task}/localVariables", "{\"modifications\":{\"name\":{\"value\":\"x\"}}}"),
            new Attack("GET", "task/{task}/rendered-form", null),
            new Attack("POST", "task/create", "{\"name\":\"about a person\"}"),
            new Attack(
                    "POST",
                    "filter/create",
                    "{\"resourceType\":\"Task\",\"name\":\"f\",\"query\":{},\"properties\":{}}"),
            new Attack("PUT", "filter/1", "{\"resourceType\":\"Task\",\"name\":\"f\",\"query\":{},\"properties\":{}}"),
            new Attack("DELETE", "filter/1", null),
            new Attack("POST", "process-definition/{definition}/start", "{}"),
            new Attack("POST", "process-definition/key/{process}/start", "{}"),
            new Attack("POST", "process-definition/key/{process}/submit-form", "{\"variables\":{}}"),
            new Attack("POST", "process-definition/{definition}/restart", "{}"),
            new Attack("PUT", "process-definition/{definition}/suspended", "{\"suspended\":true}"),
            new Attack("PUT", "process-definition/{definition}/history-time-to-live", "{\"historyTimeToLive\":1}"),
            new Attack("DELETE", "process-definition/{definition}", null),
            new Attack("DELETE", "process-instance/{instance}", null),
            new Attack("POST", "process-instance/delete", "{\"processInstanceIds\":[\"{instance}\"]}"),
            new Attack("PUT", "process-instance/{instance}/suspended", "{\"suspended\":true}"),
            new Attack("PUT", "process-instance/suspended", "{\"suspended\":true}"),
            new Attack("POST", "process-instance/{instance}/modification", "{\"instructions\":[]}"),
            new Attack("POST", "process-instance/{instance}/variables", "{\"modifications\":{\"a\":{\"value\":1}}}"),
            new Attack("PUT", "process-instance/{instance}/variables/a", "{\"value\":1}"),
            new Attack("POST", "process-instance/job-retries", "{\"processInstances\":[\"{instance}\"],\"retries\":1}"),
            new Attack("POST", "process-instance/message-async", "{}"),
            new Attack("POST", "process-instance/variables-async", "{}"),
            new Attack("POST", "message", "{\"messageName\":\"referral-stopped\",\"all\":true}"),
            new Attack("POST", "signal", "{\"name\":\"anything\"}"),
            new Attack("POST", "condition", "{}"),
            new Attack("POST", "execution/{instance}/signal", "{}"),
            new Attack("POST", "execution/{instance}/messageSubscriptions/referral-stopped/trigger", "{}"),
            new Attack("PUT", "execution/{instance}/localVariables/a", "{\"value\":1}"),
            new Attack(
                    "POST", "execution/{instance}/create-incident", "{\"incidentType\":\"x\",\"configuration\":\"y\"}"),
            new Attack("POST", "deployment/create", "{}"),
            new Attack("DELETE", "deployment/1", null),
            new Attack("POST", "deployment/1/redeploy", "{}"),
            new Attack("POST", "external-task/fetchAndLock", "{\"workerId\":\"w\",\"maxTasks\":1}"),
            new Attack("POST", "external-task/1/complete", "{\"workerId\":\"w\"}"),
            new Attack("PUT", "external-task/1/retries", "{\"retries\":1}"),
            new Attack("POST", "job/{job}/execute", "{}"),
            new Attack("PUT", "job/{job}/duedate", "{\"duedate\":null}"),
            new Attack("PUT", "job/{job}/suspended", "{\"suspended\":true}"),
            new Attack("PUT", "job/{job}/priority", "{\"priority\":1}"),
            new Attack("DELETE", "job/{job}", null),
            new Attack("POST", "job/retries", "{\"jobIds\":[\"{job}\"],\"retries\":1}"),
            new Attack(
                    "PUT", "job-definition/suspended", "{\"suspended\":true,\"processDefinitionId\":\"{definition}\"}"),
            new Attack("POST", "migration/execute", "{}"),
            new Attack("POST", "modification/execute", "{}"),
            new Attack("DELETE", "history/process-instance/{instance}", null),
            new Attack("GET", "history/task?taskId={task}", null),
            new Attack("GET", "history/variable-instance", null),
            new Attack("GET", "history/user-operation", null),
            new Attack("POST", "history/cleanup", null),
            new Attack("POST", "decision-definition/key/triage/evaluate", "{\"variables\":{}}"),
            new Attack("DELETE", "batch/1", null),
            new Attack("PUT", "batch/1/suspended", "{\"suspended\":true}"),
            new Attack("POST", "user/create", "{\"profile\":{\"id\":\"eve\"},\"credentials\":{\"password\":\"p\"}}"),
            new Attack("PUT", "user/eve/credentials", "{\"password\":\"p\"}"),
            new Attack("DELETE", "user/eve", null),
            new Attack("POST", "group/create", "{\"id\":\"camunda-admin\"}"),
            new Attack("PUT", "group/camunda-admin/members/eve", null),
            new Attack("POST", "authorization/create", "{\"type\":1,\"permissions\":[\"ALL\"],\"groupIdIn\":[\"x\"]}"),
            new Attack("DELETE", "authorization/1", null),
            new Attack("POST", "identity/verify", "{\"username\":\"admin\",\"password\":\"p\"}"),
            new Attack("POST", "tenant/create", "{\"id\":\"x\"}"),
            new Attack("PUT", "task/{task}/", "{\"name\":\"Mrs Testerton\"}"));

    @Override
    public String toString() {
        return method + " " + path;
    }
}
