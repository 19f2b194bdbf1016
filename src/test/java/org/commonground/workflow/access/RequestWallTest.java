package org.commonground.workflow.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.camunda.bpm.admin.impl.web.SetupResource;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.rest.dto.identity.UserCredentialsDto;
import org.camunda.bpm.engine.rest.dto.identity.UserDto;
import org.camunda.bpm.engine.rest.dto.identity.UserProfileDto;
import org.commonground.account.Accounts;
import org.commonground.account.Actor;
import org.commonground.account.Role;
import org.commonground.account.TeamId;
import org.commonground.testing.CommonGroundTest;
import org.commonground.testing.Here;
import org.commonground.testing.InventedGroup;
import org.commonground.testing.Neighbourhood;
import org.commonground.testing.People;
import org.commonground.testing.Visitor;
import org.commonground.workflow.engine.EngineGroups;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Attacks the engine's API over HTTP as each role, with the session that the sign-in page gives. */
@CommonGroundTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RequestWallTest {

    @LocalServerPort
    int port;

    @Autowired
    BeanFactory context;

    @Autowired
    ProcessEngine engine;

    private TeamId team;
    private TaskOfTest task;
    private String filter;
    private People.Person ann;
    private final Map<String, Visitor> visitors = new LinkedHashMap<>();

    @BeforeAll
    void people_come() {
        People people = People.in(context);
        team = Neighbourhood.in(context).team().id();
        UUID group = InventedGroup.singers().in(context).value();
        task = TaskOfTest.openTo(engine, Here.in(context), EngineGroups.team(team), EngineGroups.group(group));
        ann = people.inTeam(team, Role.LINK_WORKER);
        come("ann", ann);
        come("bob", people.inTeam(team, Role.LINK_WORKER, Role.TEAM_LEAD));
        come("stranger", people.inTeam(Neighbourhood.in(context).team().id(), Role.LINK_WORKER));
        come("organiser", people.organiserOf(group));
        come("supervisor", people.with(Role.CLINICAL_SUPERVISOR));
        come("manager", people.with(Role.MANAGER));
        come("administrator", people.with(Role.ADMINISTRATOR));
        come("nothing", people.with());
        filter = filterOfEverything();
    }

    @AfterAll
    void what_was_attacked_is_as_it_was() {
        assertThat(engine.getTaskService()
                        .createTaskQuery()
                        .taskId(task.task())
                        .taskName("Something to do · CG-TEST-00")
                        .taskUnassigned()
                        .active()
                        .count())
                .isEqualTo(1);
    }

    @TestFactory
    Stream<DynamicTest> nobody_may_do_what_no_door_is_open_for() {
        return visitors.entrySet().stream()
                .flatMap(visitor -> Attack.ALL.stream()
                        .map(attack -> DynamicTest.dynamicTest(visitor.getKey() + ": " + attack, () -> {
                            HttpResponse<String> answer = visitor.getValue()
                                    .engine(
                                            attack.method(),
                                            task.in(attack.path()),
                                            attack.body() == null ? null : task.in(attack.body()));
                            assertThat(answer.statusCode()).isEqualTo(403);
                            assertThat(answer.body()).contains("This cannot be done here");
                        })));
    }

    @Test
    void everybody_reads_their_own_tasks_and_nobody_elses() {
        for (String member : List.of("ann", "bob", "organiser")) {
            assertThat(get(member, "task/{task}").statusCode()).as(member).isEqualTo(200);
            assertThat(get(member, "task?maxResults=50&processInstanceId={instance}")
                            .body())
                    .as(member)
                    .contains(task.task());
            assertThat(listed(member)).as(member).contains(task.task());
        }
        for (String other : List.of("stranger", "supervisor", "administrator")) {
            assertThat(get(other, "task/{task}").statusCode()).as(other).isNotEqualTo(200);
            assertThat(get(other, "task?maxResults=50&processInstanceId={instance}")
                            .body())
                    .as(other)
                    .isEqualTo("[]");
            assertThat(listed(other)).as(other).doesNotContain(task.task());
            assertThat(get(other, "task/{task}/form-variables").statusCode())
                    .as(other)
                    .isNotEqualTo(200);
        }
        assertThat(get("nothing", "task/{task}").statusCode()).isEqualTo(403);
    }

    @Test
    void a_manager_sees_what_runs_and_no_task_and_no_form() {
        assertThat(get("manager", "process-instance/{instance}").statusCode()).isEqualTo(200);
        assertThat(get("manager", "process-definition/{definition}/xml").statusCode())
                .isEqualTo(200);
        assertThat(get("manager", "job?maxResults=50&processInstanceId={instance}")
                        .body())
                .contains(task.job());
        assertThat(get("manager", "task/{task}").statusCode()).isEqualTo(403);
        assertThat(get("manager", "task/{task}/form-variables").statusCode()).isEqualTo(403);
        assertThat(get("manager", "task/{task}/variables").statusCode()).isEqualTo(403);
        assertThat(get("manager", "task?maxResults=50&processInstanceId={instance}")
                        .body())
                .isEqualTo("[]");
        assertThat(post("manager", "task/{task}/claim", "{\"userId\":\"x\"}").statusCode())
                .isEqualTo(403);
    }

    @Test
    void a_link_worker_does_not_look_into_what_runs() {
        for (String path : List.of(
                "process-instance/{instance}",
                "process-instance/{instance}/variables",
                "process-instance",
                "variable-instance",
                "job",
                "incident",
                "execution/{instance}",
                "deployment",
                "process-definition/statistics",
                "process-definition/count",
                "process-definition/key/referral/statistics",
                "user",
                "group",
                "authorization",
                "../../../api/cockpit/plugin/base/default/incident")) {
            assertThat(get("ann", path).statusCode()).as(path).isIn(400, 403);
        }
        assertThat(visitors.get("ann").open("/camunda/app/cockpit/default/").statusCode())
                .isEqualTo(403);
        assertThat(visitors.get("manager").open("/camunda/app/admin/default/").statusCode())
                .isEqualTo(403);
        assertThat(visitors.get("ann").open("/camunda/app/welcome/default/").statusCode())
                .isEqualTo(403);
        assertThat(visitors.get("nothing")
                        .open("/camunda/app/tasklist/default/")
                        .statusCode())
                .as("no role, no application")
                .isEqualTo(403);
    }

    @Test
    void names_are_looked_up_by_id_and_listed_by_no_link_worker() {
        assertThat(get("organiser", "user/" + ann.id() + "/profile").body())
                .contains(ann.account().displayName().text())
                .doesNotContain("@");
        assertThat(get("ann", "user").statusCode()).isEqualTo(403);
        assertThat(get("administrator", "user").body()).contains(ann.id().toString());
        assertThat(get("ann", "identity/groups?userId=" + ann.id()).body())
                .contains(EngineGroups.team(team), EngineGroups.role(Role.LINK_WORKER));
        assertThat(get("stranger", "identity/groups?userId=" + ann.id()).body())
                .doesNotContain(EngineGroups.team(team))
                .doesNotContain(ann.id().toString());
    }

    @Test
    void a_task_is_claimed_for_oneself_and_a_colleague_does_not_answer_it() {
        TaskOfTest claimed = TaskOfTest.openTo(engine, Here.in(context), EngineGroups.team(team));
        Visitor bob = visitors.get("bob");
        assertThat(visitors.get("stranger")
                        .engine("POST", claimed.in("task/{task}/claim"), "{\"userId\":\"" + ann.id() + "\"}")
                        .statusCode())
                .isEqualTo(403);
        assertThat(bob.engine("POST", claimed.in("task/{task}/claim"), "{\"userId\":\"" + ann.id() + "\"}")
                        .statusCode())
                .as("nobody claims for somebody else")
                .isEqualTo(403);
        assertThat(visitors.get("ann")
                        .engine("POST", claimed.in("task/{task}/claim"), "{\"userId\":\"" + ann.id() + "\"}")
                        .statusCode())
                .isEqualTo(204);
        HttpResponse<String> answer = bob.engine("POST", claimed.in("task/{task}/submit-form"), "{\"variables\":{}}");
        assertThat(answer.statusCode()).isBetween(400, 403);
        assertThat(answer.body()).contains("Somebody else has claimed this task");
        assertThat(bob.engine("POST", claimed.in("task/{task}/unclaim"), null).statusCode())
                .isEqualTo(403);
        assertThat(engine.getTaskService()
                        .createTaskQuery()
                        .taskId(claimed.task())
                        .singleResult()
                        .getAssignee())
                .isEqualTo(ann.id().toString());
        assertThat(visitors.get("ann")
                        .engine("POST", claimed.in("task/{task}/unclaim"), null)
                        .statusCode())
                .isEqualTo(204);
    }

    @Test
    void only_an_administrator_has_a_failed_job_tried_again() {
        TaskOfTest failing = TaskOfTest.openTo(engine, Here.in(context), EngineGroups.team(team));
        engine.getManagementService().setJobRetries(failing.job(), 0);
        for (String other : List.of("ann", "organiser", "manager")) {
            assertThat(visitors.get(other)
                            .engine("PUT", failing.in("job/{job}/retries"), "{\"retries\":1}")
                            .body())
                    .as(other)
                    .contains("This cannot be done here");
        }
        assertThat(visitors.get("administrator")
                        .engine("PUT", failing.in("job/{job}/retries"), "{\"retries\":1}")
                        .statusCode())
                .isEqualTo(204);
        assertThat(engine.getManagementService()
                        .createJobQuery()
                        .jobId(failing.job())
                        .singleResult()
                        .getRetries())
                .isEqualTo(1);
    }

    @TestFactory
    Stream<DynamicTest> no_expression_passes_however_it_is_written() {
        String run = "${'' + java.lang.System.exit(1)}";
        List<String> bodies = List.of(
                "{\"assigneeExpression\":\"x\"}",
                "{\"candidateUserExpression\":\"" + run + "\"}",
                "{\"orQueries\":[{\"assigneeExpression\":\"" + run + "\"}]}",
                "{\"orQueries\":[{\"orQueries\":[{\"nameLikeExpression\":\"x\"}]}]}",
                "{\"orQueries\":[{\"assigneeExpressio\\u006e\":\"x\"}]}",
                "{\"\\u0061\\u0073signee\\u0045xpression\":\"x\"}",
                "{\"ASSIGNEEEXPRESSION\":\"x\"}",
                "{\"name\":\"\\u0024{1+1}\"}",
                "{\"name\":\"#{1+1}\"}",
                "{\"processVariables\":[{\"name\":\"a\",\"operator\":\"eq\",\"value\":\"$\\u007b1}\"}]}",
                "{\"name\":\"a\",\"name\":\"${1}\"}",
                "{\"sorting\":[{\"sortBy\":\"dueDate\",\"parameters\":{\"expression\":\"x\"}}]}",
                "[{\"assigneeExpression\":\"x\"}]",
                "{\"name\":\"a\"} {\"assigneeExpression\":\"x\"}",
                "{\"name\":");
        List<String> paths = List.of("task", "task/count", "filter/" + filter + "/list", "filter/" + filter + "/count");
        Stream<DynamicTest> inBodies = paths.stream()
                .flatMap(path -> bodies.stream()
                        .map(body -> DynamicTest.dynamicTest(
                                path + " " + body,
                                () -> assertThat(post("ann", path, body).statusCode())
                                        .isEqualTo(400))));
        Stream<DynamicTest> inQueries = Stream.of(
                        "assigneeExpression=x",
                        "assignee%45xpression=x",
                        "name=%24%7B1%2B1%7D",
                        "nameLike=%23%7Bx%7D",
                        "a=1;assigneeExpression=x")
                .map(query -> DynamicTest.dynamicTest(
                        "task?" + query,
                        () -> assertThat(get("ann", "task?" + query).statusCode())
                                .isEqualTo(400)));
        return Stream.concat(inBodies, inQueries);
    }

    @Test
    void no_expression_passes_in_another_encoding_or_compressed() {
        byte[] wide = "{\"assigneeExpression\":\"x\"}".getBytes(StandardCharsets.UTF_16BE);
        assertThat(visitors.get("ann")
                        .api("POST", Visitor.ENGINE + "task", wide)
                        .statusCode())
                .isEqualTo(400);
        for (String[] headers : List.of(
                new String[] {"Content-Type", "text/plain"},
                new String[] {"Content-Type", "application/x-www-form-urlencoded"},
                new String[] {"Content-Type", "multipart/form-data; boundary=x"},
                new String[] {"Content-Type", "application/json", "Content-Encoding", "gzip"})) {
            assertThat(visitors.get("ann")
                            .send("POST", Visitor.ENGINE + "task", BodyPublishers.ofString("{}"), headers)
                            .statusCode())
                    .as(String.join(" ", headers))
                    .isEqualTo(400);
        }
        byte[] long_ = ("{\"name\":\"" + "a".repeat(1_000_000) + "\"}").getBytes(StandardCharsets.UTF_8);
        assertThat(visitors.get("ann")
                        .api("POST", Visitor.ENGINE + "task", long_)
                        .statusCode())
                .isEqualTo(413);
    }

    @Test
    void a_form_submits_plain_values_only() {
        for (String variables : List.of(
                "{\"a\":{\"value\":\"rO0=\",\"type\":\"Object\",\"valueInfo\":{\"objectTypeName\":\"java.util.Date\"}}}",
                "{\"a\":{\"value\":\"YQ==\",\"type\":\"Bytes\"}}",
                "{\"a\":{\"value\":\"YQ==\",\"type\":\"File\",\"valueInfo\":{\"filename\":\"a\"}}}",
                "{\"a\":{\"value\":\"x\",\"type\":\"Xml\"}}",
                "{\"a\":{\"value\":\"x\",\"local\":true}}",
                "{\"a\":{\"value\":1},\"a\":{\"value\":2}}",
                "[]")) {
            HttpResponse<String> answer = post("ann", "task/{task}/submit-form", "{\"variables\":" + variables + "}");
            assertThat(answer.statusCode()).as(variables).isEqualTo(400);
            assertThat(answer.body()).as(variables).containsPattern("not a form's answer|not JSON");
        }
        assertThat(post("ann", "task/{task}/submit-form", "{\"variables\":{\"someExpression\":{\"value\":\"x\"}}}")
                        .body())
                .contains("Expressions are not accepted");
        assertThat(post("ann", "task/{task}/submit-form", "{\"variables\":{\"a\":{\"value\":\"costs ${5}\"}}}")
                        .body())
                .as("what people write is not run, and passes the wall")
                .contains("Claim this task first");
    }

    @Test
    void whoever_joins_a_team_has_its_tasks_at_once() {
        People.Person person = People.in(context).with(Role.LINK_WORKER);
        Visitor visitor = new Visitor(port);
        visitor.signIn(person);
        assertThat(visitor.engine("GET", task.in("task/{task}"), null).statusCode())
                .isNotEqualTo(200);
        context.getBean(Accounts.class).joinTeam(person.id(), team, Actor.SYSTEM);
        assertThat(visitor.engine("GET", task.in("task/{task}"), null).statusCode())
                .isEqualTo(200);
    }

    @TestFactory
    Stream<DynamicTest> a_path_is_read_in_one_way_only() {
        String attack = task.in("task/{task}");
        return Stream.of(
                        "/camunda/api/engine/engine/default/task;x=1/" + task.task(),
                        "/camunda/api/engine/engine/default//" + attack,
                        "/camunda/api/engine/engine/default/./" + attack,
                        "/camunda/api/engine/engine/default/x/../" + attack,
                        "/camunda/api/engine/engine/default/x/%2e%2e/" + attack,
                        "/camunda/api/engine/engine/default/task%2F" + task.task(),
                        "/camunda/api/engine/engine/default/%74ask/" + task.task(),
                        "/camunda/%61pi/engine/engine/default/" + attack,
                        "/%63amunda/api/engine/engine/default/" + attack,
                        "/camunda//api/engine/engine/default/" + attack,
                        "/camunda/api/engine/engine/other/" + attack,
                        "/camunda/api/engine/../engine/engine/default/" + attack)
                .map(path -> DynamicTest.dynamicTest(
                        path,
                        () -> assertThat(visitors.get("ann")
                                        .api("PUT", path, "{\"name\":\"x\"}".getBytes(StandardCharsets.UTF_8))
                                        .statusCode())
                                // Spring itself answers 500 where a servlet's own path comes encoded
                                .isIn(400, 403, 404, 500)));
    }

    @Test
    void nobody_comes_in_by_the_engines_own_sign_in_or_set_up_page() {
        Visitor anybody = new Visitor(port);
        assertThat(anybody.engine("GET", "task", null).statusCode()).isEqualTo(401);
        assertThat(anybody.engine("GET", "task", null).headers().firstValue("Location"))
                .isEmpty();
        assertThat(anybody.api("POST", "/camunda/api/admin/setup/default/user/create", "{}".getBytes())
                        .statusCode())
                .isEqualTo(401);
        for (String path : List.of(
                "/camunda/api/admin/auth/user/default/login/tasklist",
                "/camunda/api/admin/auth/user/default/login/admin",
                "/camunda/api/admin/setup/default/user/create")) {
            visitors.forEach((name, visitor) -> assertThat(
                            visitor.api("POST", path, "{}".getBytes()).statusCode())
                    .as(name + " " + path)
                    .isEqualTo(403));
        }
    }

    @Test
    void the_set_up_page_would_refuse_by_itself_too() {
        UserProfileDto profile = new UserProfileDto();
        profile.setId("eve");
        UserCredentialsDto credentials = new UserCredentialsDto();
        credentials.setPassword("a password");
        UserDto eve = new UserDto();
        eve.setProfile(profile);
        eve.setCredentials(credentials);
        assertThat(engine.getIdentityService().isReadOnly()).isTrue();
        assertThatThrownBy(() -> new SetupResource().createInitialUser("default", eve))
                .hasMessageContaining("not available");
    }

    @Test
    void the_engine_checks_no_password_and_knows_no_administrator_of_its_own() {
        assertThat(engine.getIdentityService().checkPassword(ann.id().toString(), ann.password()))
                .isFalse();
        assertThat(engine.getIdentityService()
                        .createUserQuery()
                        .memberOfGroup("camunda-admin")
                        .count())
                .isZero();
        assertThat(engine.getIdentityService()
                        .createGroupQuery()
                        .groupId("camunda-admin")
                        .count())
                .isZero();
        ProcessEngineConfigurationImpl settings =
                (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        assertThat(settings.getAdminGroups()).isEmpty();
        assertThat(settings.getAdminUsers()).isEmpty();
    }

    @Test
    void signing_out_in_tasklist_ends_our_session() {
        Visitor visitor = new Visitor(port);
        visitor.signIn(People.in(context).inTeam(team, Role.LINK_WORKER));
        visitor.open("/camunda/app/tasklist/default/");
        assertThat(visitor.send(
                                "POST",
                                "/camunda/api/admin/auth/user/default/logout",
                                BodyPublishers.noBody(),
                                "X-XSRF-TOKEN",
                                "forged")
                        .statusCode())
                .as("the engine's own token still counts")
                .isEqualTo(403);

        Visitor other = new Visitor(port);
        other.signIn(People.in(context).inTeam(team, Role.LINK_WORKER));
        other.open("/camunda/app/tasklist/default/");
        HttpResponse<String> out = other.api("POST", "/camunda/api/admin/auth/user/default/logout", null);
        assertThat(out.statusCode()).isEqualTo(200);
        assertThat(other.engine("GET", "task", null).statusCode()).isEqualTo(401);
        assertThat(other.next(other.open("/camunda/app/tasklist/default/"))).isEqualTo("/sign-in");
        assertThat(other.next(other.open("/"))).isEqualTo("/sign-in");
    }

    private void come(String name, People.Person person) {
        Visitor visitor = new Visitor(port);
        visitor.signIn(person);
        visitors.put(name, visitor);
    }

    private HttpResponse<String> get(String who, String path) {
        return visitors.get(who).engine("GET", task.in(path), null);
    }

    private HttpResponse<String> post(String who, String path, String body) {
        return visitors.get(who).engine("POST", task.in(path), body);
    }

    private String listed(String who) {
        HttpResponse<String> list = post(
                who,
                "filter/" + filter + "/list?firstResult=0&maxResults=50",
                "{\"processInstanceBusinessKeyLike\":\"%\",\"nameLike\":\"%\"}");
        assertThat(list.statusCode()).isEqualTo(200);
        return list.body();
    }

    /** As our own filters are: stored by us, with the one expression that tells whose groups are meant. */
    private String filterOfEverything() {
        Filter stored = engine.getFilterService().newTaskFilter("Wall test " + UUID.randomUUID());
        stored.setQuery(engine.getTaskService()
                .createTaskQuery()
                .taskCandidateGroupInExpression("${currentUserGroups()}")
                .processDefinitionKey(task.process()));
        engine.getFilterService().saveFilter(stored);
        return stored.getId();
    }
}
