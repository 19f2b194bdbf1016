package org.commonground.workflow.forms;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.commonground.account.Role;
import org.commonground.testing.CommonGroundTest;
import org.commonground.testing.People;
import org.commonground.testing.Visitor;
import org.commonground.workflow.engine.Errands;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The requests Tasklist and Cockpit make, as they make them, through both walls. */
@CommonGroundTest
class FormsOverHttpTest {

    @LocalServerPort
    int port;

    @Autowired
    BeanFactory context;

    @Autowired
    ProcessEngine engine;

    private final UUID group = UUID.randomUUID();
    private People people;
    private People.Person organiser;
    private Visitor visitor;
    private ProcessInstance errand;
    private String task;

    @BeforeEach
    void anErrand() {
        people = People.in(context);
        organiser = people.organiserOf(group);
        visitor = new Visitor(port);
        visitor.signIn(organiser);
        Errands errands = new Errands(engine);
        errand = errands.start("team-" + UUID.randomUUID(), "group-" + group, Map.of());
        task = errands.task(errand).getId();
    }

    @Test
    void a_task_is_read_claimed_answered_wrongly_then_rightly_and_not_twice() {
        assertThat(visitor.engine("GET", "task/" + task + "/form", null).statusCode())
                .isEqualTo(200);
        assertThat(visitor.engine("GET", "task/" + task + "/deployed-form", null)
                        .body())
                .contains("How many");
        assertThat(visitor.engine("GET", "task/" + task + "/form-variables?deserializeValues=false", null)
                        .body())
                .contains("\"role\":{\"type\":\"String\",\"value\":\"organiser\"")
                .contains("\"type\":\"Json\",\"value\":\"[{");

        assertRefused(submit("{\"count\":{\"value\":1}}"), "Claim this task first");
        assertThat(claim(organiser).statusCode()).isEqualTo(204);
        assertRefused(submit("{\"count\":{\"value\":11},\"note\":{\"value\":null}}"), "count: must be at most 10");
        assertRefused(
                submit("{\"count\":{\"value\":1},\"team\":{\"value\":\"team-x\"}}"), "team: There is no such field");
        assertThat(submit("{\"count\":{\"value\":2},\"note\":{\"value\":\"\"},"
                                + "\"things\":{\"type\":\"Json\",\"valueInfo\":{},\"value\":\"[\\\"milk\\\"]\"}}")
                        .statusCode())
                .isEqualTo(204);
        assertRefused(submit("{\"count\":{\"value\":2}}"), "already answered");
        assertThat(engine.getRuntimeService().getVariable(errand.getId(), "answer"))
                .isEqualTo("done");
    }

    @Test
    void a_task_is_put_back_over_http_and_a_colleague_takes_it() {
        People.Person colleague = people.organiserOf(group);
        claim(organiser);
        assertThat(visitor.engine("POST", "task/" + task + "/unclaim", null).statusCode())
                .isEqualTo(204);

        Visitor other = new Visitor(port);
        other.signIn(colleague);
        assertThat(other.engine("POST", "task/" + task + "/claim", "{\"userId\":\"" + colleague.id() + "\"}")
                        .statusCode())
                .isEqualTo(204);
        HttpResponse<String> late = claim(organiser);
        assertThat(late.statusCode()).isEqualTo(403);
        assertThat(late.body()).contains("Somebody else has claimed this task");
    }

    @Test
    void a_stranger_gets_nothing_over_http() {
        Visitor stranger = new Visitor(port);
        People.Person person = people.organiserOf(UUID.randomUUID());
        stranger.signIn(person);

        assertThat(stranger.engine("GET", "task/" + task + "/form-variables", null)
                        .statusCode())
                .isEqualTo(403);
        assertThat(stranger.engine("POST", "task/" + task + "/claim", "{\"userId\":\"" + person.id() + "\"}")
                        .statusCode())
                .isEqualTo(403);
        assertRefused(
                stranger.engine("POST", "task/" + task + "/submit-form", "{\"variables\":{\"count\":{\"value\":1}}}"),
                "not open to you");
    }

    @Test
    void the_inner_wall_lets_through_what_an_administrator_reads() {
        Visitor administrator = new Visitor(port);
        administrator.signIn(people.with(Role.ADMINISTRATOR));

        assertThat(List.of(
                        "version",
                        "filter?firstResult=0&maxResults=200",
                        "filter/count",
                        "task/count",
                        "process-definition?maxResults=50",
                        "process-definition/count",
                        "process-definition/statistics?incidents=true",
                        "process-instance/count",
                        "incident/count",
                        "job/count",
                        "job-definition?maxResults=50",
                        "deployment?maxResults=50",
                        "decision-definition?maxResults=50",
                        "decision-definition/count",
                        "case-definition/count",
                        "batch?maxResults=50",
                        "user?maxResults=50",
                        "group?maxResults=50",
                        "authorization?maxResults=50",
                        "metrics/activity-instance-start/sum"))
                .allSatisfy(path -> assertThat(
                                administrator.engine("GET", path, null).statusCode())
                        .as(path)
                        .isEqualTo(200));
    }

    private HttpResponse<String> claim(People.Person person) {
        return visitor.engine("POST", "task/" + task + "/claim", "{\"userId\":\"" + person.id() + "\"}");
    }

    private HttpResponse<String> submit(String variables) {
        return visitor.engine(
                "POST",
                "task/" + task + "/submit-form",
                "{\"variables\":" + variables + ",\"withVariablesInReturn\":false}");
    }

    private static void assertRefused(HttpResponse<String> answer, String words) {
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains(words).doesNotContain("\tat ");
    }
}
