package org.commonground.benchmark;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.commonground.account.PracticeKey;
import org.commonground.group.GroupId;
import org.commonground.platform.time.WorkingDays;
import org.commonground.testing.Invented;
import org.commonground.testing.People;
import org.commonground.testing.Visitor;
import org.commonground.workflow.traces.Caseload;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What people do all day, over HTTP, one call after the other: link workers, organisers and the other roles look at
 * their lists, open forms, answer tasks, read a referral's page; a practice refers and asks.
 */
final class Calls {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String HAL = "application/hal+json, application/json; q=0.5";
    private static final List<String> LISTS = List.of("Mine", "My team’s", "Overdue", "Waiting for a group");

    /** As many as Tasklist shows at once. */
    private static final int PAGE = 15;

    /** Of how many teams people sign in. */
    private static final int TEAMS = 8;

    private final int port;
    private final BeanFactory context;
    private final PracticeKey practice;
    private final JdbcClient jdbc;
    private final int repeats;
    private final Map<String, Visitor> signedIn = new HashMap<>();
    private final Instant begun = Instant.now();
    private Timings timings = new Timings();

    /**
     * @param practice whose system refers and asks
     * @param repeats how often each call is made, as far as there are tasks to answer
     */
    Calls(int port, BeanFactory context, PracticeKey practice, int repeats) {
        this.port = port;
        this.context = context;
        this.practice = practice;
        this.jdbc = context.getBean(JdbcClient.class);
        this.repeats = repeats;
    }

    /** Somebody who signs in. */
    private record Who(String id, String username) {}

    /** A task, and who may answer it. */
    private record Open(String id, Who who) {}

    /** A tenth is done first and not counted: a JVM that has just started is slow at everything. */
    Timings run() {
        once(Math.max(1, repeats / 10));
        timings = new Timings();
        once(repeats);
        return timings;
    }

    private void once(int times) {
        List<Who> linkWorkers = linkWorkers();
        for (int number = 0; number < times; number++) {
            Who who = linkWorkers.get(number % linkWorkers.size());
            signIn(who);
            lists(who);
            referral(who);
            timings.of(
                    "Search people by name (page and answer)",
                    () -> ok(visitor(who).submit("/referrals", "who", "Sampleby")));
            practice();
        }
        for (String task : tasks()) {
            for (Open open : open(task, times)) {
                answer(task, open);
            }
        }
    }

    private void signIn(Who who) {
        Visitor fresh = new Visitor(port);
        HttpResponse<String> answer =
                timings.of("Sign in (page and answer)", () -> fresh.signIn(who.username(), People.PASSWORD));
        if (answer.statusCode() != 302
                || answer.headers().firstValue("Location").orElse("").contains("error")) {
            throw new IllegalStateException("not signed in");
        }
        signedIn.put(who.id(), fresh);
    }

    private void lists(Who who) {
        Visitor visitor = visitor(who);
        timings.of("Tasklist: all lists with their counts", () -> hal(visitor, "GET", "filter?itemCount=true", null));
        for (String list : LISTS) {
            String filter = filter(list);
            JsonNode page = timings.of(
                    "Tasklist: list “" + list + "”",
                    () -> hal(visitor, "POST", "filter/" + filter + "/list?firstResult=0&maxResults=" + PAGE, "{}"));
            timings.of(
                    "Tasklist: count of “" + list + "”",
                    () -> hal(visitor, "POST", "filter/" + filter + "/count", "{}"));
            String ids = ids(page);
            if (!ids.isEmpty()) {
                timings.of("Tasklist: our names on a page of cards", () -> ok(visitor.get("/tasks/cards?ids=" + ids)));
            }
        }
    }

    private static String ids(JsonNode page) {
        Iterator<JsonNode> tasks = page.at("/_embedded/task").elements();
        List<String> ids = new ArrayList<>();
        tasks.forEachRemaining(task -> ids.add(task.get("id").asText()));
        return String.join(",", ids);
    }

    private void referral(Who who) {
        jdbc.sql("""
                        select reference from referral join account_team on account_team.team_id = referral.team_id
                        where account_id = :who and standing <> 'closed' order by random() limit 1""")
                .param("who", UUID.fromString(who.id()))
                .query(String.class)
                .optional()
                .ifPresent(reference ->
                        timings.of("A referral’s page", () -> ok(visitor(who).open("/referrals/" + reference))));
    }

    private void practice() {
        String login = "Basic "
                + Base64.getEncoder()
                        .encodeToString((practice.odsCode() + ":" + practice.key()).getBytes(StandardCharsets.UTF_8));
        Visitor system = new Visitor(port);
        String message = message();
        HttpResponse<String> taken = timings.of(
                "Practice: POST /api/referrals",
                () -> ok(system.send(
                        "POST",
                        "/api/referrals",
                        BodyPublishers.ofString(message),
                        "Authorization",
                        login,
                        "Content-Type",
                        "application/json")));
        String where = system.next(taken);
        timings.of("Practice: GET /api/referrals/{reference}", () -> ok(system.get(where, "Authorization", login)));
    }

    /** The published example, about somebody of their own. */
    private static String message() {
        try (var file = Calls.class.getResourceAsStream("/openapi/referral-routine.json")) {
            ObjectNode message = (ObjectNode) JSON.readTree(file);
            message.put("ownNumber", UUID.randomUUID().toString());
            ((ObjectNode) message.get("person"))
                    .put(
                            "nhsNumber",
                            Invented.referral().message().person().nhsNumber().text())
                    .put("familyName", "Exampleton " + Long.toString(System.nanoTime(), 36));
            return message.toString();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private void answer(String task, Open open) {
        Visitor visitor = visitor(open.who());
        String path = "task/" + open.id();
        // 404 beside tasks that have none
        timings.of("Panel beside a task", () -> visitor.get("/tasks/" + open.id() + "/panel"));
        timings.of("A form’s questions", () -> hal(visitor, "GET", path + "/deployed-form", null));
        JsonNode values = timings.of(
                "Open: " + task, () -> hal(visitor, "GET", path + "/form-variables?deserializeValues=false", null));
        timings.of(
                "Claim a task",
                () -> hal(
                        visitor,
                        "POST",
                        path + "/claim",
                        "{\"userId\":\"" + open.who().id() + "\"}"));
        String answer = posted(Caseload.answer(
                task, firstGroup(values), context.getBean(WorkingDays.class).today()));
        timings.of("Answer: " + task, () -> hal(visitor, "POST", path + "/submit-form", answer));
    }

    private static GroupId firstGroup(JsonNode values) {
        JsonNode options = values.at("/groupOptions/value");
        try {
            return options.isMissingNode()
                    ? null
                    : GroupId.of(
                            JSON.readTree(options.asText()).get(0).get("value").asText());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String posted(Map<String, Object> answer) {
        ObjectNode variables = JSON.createObjectNode();
        answer.forEach((field, value) -> {
            ObjectNode posted = variables.putObject(field);
            if (value instanceof Collection<?> several) {
                posted.put("type", "Json")
                        .put("value", JSON.valueToTree(several).toString());
            } else {
                posted.set("value", JSON.valueToTree(value));
            }
        });
        return JSON.createObjectNode().set("variables", variables).toString();
    }

    private List<Who> linkWorkers() {
        return jdbc.sql("""
                        select id::text, username from account
                        join account_role on account_role.account_id = account.id and role = 'link-worker'
                        join account_team on account_team.account_id = account.id
                        where team_id in (select id from team where lead is not null order by md5(id::text) limit :teams)
                        order by md5(account.id::text) limit 20""").param("teams", TEAMS).query(Who.class).list();
    }

    private List<String> tasks() {
        return jdbc.sql("select distinct task_def_key_ from act_ru_task order by 1")
                .query(String.class)
                .list();
    }

    /**
     * Open tasks of the chosen teams, of their groups or of a role, each with somebody who may answer it. Those that
     * came from our own answers are left out: they may be about a day that is still to come.
     */
    private List<Open> open(String task, int most) {
        return jdbc.sql("""
                        with here as (
                            select id from team where lead is not null order by md5(id::text) limit :teams
                        ), may as (
                            select distinct on (task.id_) task.id_, account.id, account.username
                            from act_ru_task task
                            join act_ru_execution process on process.id_ = task.proc_inst_id_
                            join act_ru_variable of_referral
                                on of_referral.proc_inst_id_ = task.proc_inst_id_ and of_referral.name_ = 'referralId'
                            join referral on referral.id = of_referral.text_::uuid and referral.team_id in (select id from here)
                            join act_ru_identitylink link on link.task_id_ = task.id_ and link.group_id_ is not null
                            left join account_team on link.group_id_ = 'team-' || account_team.team_id
                            left join account_group on link.group_id_ = 'group-' || account_group.group_id
                            left join account_role on link.group_id_ = 'role-' || account_role.role
                            join account on account.id =
                                coalesce(account_team.account_id, account_group.account_id, account_role.account_id)
                                and account.username like 'test-%'
                            where task.task_def_key_ = :task
                              and task.create_time_ < :begun
                              and (task.assignee_ is null or task.assignee_ = account.id::text)
                            order by task.id_, link.group_id_, md5(account.id::text)
                        )
                        select id_, id::text as account, username from may order by md5(id_) limit :most""")
                .param("teams", TEAMS)
                .param("task", task)
                .param("begun", LocalDateTime.ofInstant(begun, ZoneOffset.UTC))
                .param("most", most)
                .query((row, number) ->
                        new Open(row.getString("id_"), new Who(row.getString("account"), row.getString("username"))))
                .list();
    }

    private Visitor visitor(Who who) {
        return signedIn.computeIfAbsent(who.id(), id -> {
            Visitor visitor = new Visitor(port);
            signIn(visitor, who);
            return visitor;
        });
    }

    private static HttpResponse<String> signIn(Visitor visitor, Who who) {
        HttpResponse<String> answer = visitor.signIn(who.username(), People.PASSWORD);
        if (answer.statusCode() != 302
                || answer.headers().firstValue("Location").orElse("").contains("sign-in")) {
            throw new IllegalStateException("not signed in: " + who.username());
        }
        return answer;
    }

    private String filter(String name) {
        return jdbc.sql("select id_ from act_ru_filter where name_ = :name")
                .param("name", name)
                .query(String.class)
                .single();
    }

    private static JsonNode hal(Visitor visitor, String method, String path, String body)
            throws JsonProcessingException {
        HttpResponse<String> answer = ok(visitor.engine(method, path, body, HAL));
        return answer.body().isEmpty() ? JSON.nullNode() : JSON.readTree(answer.body());
    }

    private static HttpResponse<String> ok(HttpResponse<String> answer) {
        if (answer.statusCode() >= 300) {
            throw new IllegalStateException(
                    answer.request().method() + " " + answer.uri() + " answered " + answer.statusCode() + ": "
                            + answer.body().lines().limit(5).collect(Collectors.joining(" ")));
        }
        return answer;
    }
}
