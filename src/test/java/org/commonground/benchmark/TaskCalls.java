package org.commonground.benchmark;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.commonground.benchmark.Callers.Who;
import org.commonground.group.GroupId;
import org.commonground.platform.time.WorkingDays;
import org.commonground.testing.Visitor;
import org.commonground.workflow.traces.TypicalAnswer;
import org.springframework.beans.factory.BeanFactory;

/** Work in Tasklist: looking at the lists, opening tasks, answering them. */
final class TaskCalls {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String HAL = "application/hal+json, application/json; q=0.5";
    private static final List<String> LISTS = List.of("Mine", "My team’s", "Overdue", "Waiting for a group");

    /** As many as Tasklist shows at once. */
    private static final int PAGE = 15;

    private final Callers callers;
    private final BeanFactory context;
    private final Instant made;

    /** @param made when the data were: tasks of later came from answers, and are left alone */
    TaskCalls(Callers callers, BeanFactory context, Instant made) {
        this.callers = callers;
        this.context = context;
        this.made = made;
    }

    /** A task, and who may answer it. */
    private record Open(String id, Who who) {}

    /** What {@link #answer} calls for every form there is. */
    static List<String> expected() throws java.io.IOException {
        try (Stream<Path> forms = Files.list(Path.of("forms"))) {
            return forms.map(form -> answering(form.getFileName().toString().replace(".form", "")))
                    .sorted()
                    .toList();
        }
    }

    static String answering(String task) {
        return "Answer: " + task;
    }

    void lists(Who who, Timings timings) {
        Visitor visitor = callers.visitor(who);
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
                timings.of(
                        "Tasklist: our names on a page of cards (GET " + PageCalls.CARDS + ")",
                        () -> Callers.ok(visitor.get(PageCalls.CARDS + "?ids=" + ids)));
            }
        }
    }

    private static String ids(JsonNode page) {
        Iterator<JsonNode> tasks = page.at("/_embedded/task").elements();
        List<String> ids = new ArrayList<>();
        tasks.forEachRemaining(task -> ids.add(task.get("id").asText()));
        return String.join(",", ids);
    }

    /** Opens and answers so many tasks of each kind, as far as there are any. */
    void answer(int times, Timings timings) {
        for (String task : kinds()) {
            for (Open open : open(task, times)) {
                answer(task, open, timings);
            }
        }
    }

    private void answer(String task, Open open, Timings timings) {
        Visitor visitor = callers.visitor(open.who());
        String path = "task/" + open.id();
        // 404 beside tasks that have none
        timings.of(
                "Panel beside a task (GET " + PageCalls.PANEL + ")",
                () -> visitor.get("/tasks/" + open.id() + "/panel"));
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
        String answer = posted(TypicalAnswer.to(
                task, firstGroup(values), context.getBean(WorkingDays.class).today()));
        timings.of(answering(task), () -> hal(visitor, "POST", path + "/submit-form", answer));
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

    /** Offers come last: their answer takes away the tasks beside it, such as the one to phone. */
    private List<String> kinds() {
        return callers.jdbc().sql("""
                        select task_def_key_ from (select distinct task_def_key_ from act_ru_task) kinds
                        order by task_def_key_ = 'answer-offer', task_def_key_""").query(String.class).list();
    }

    /**
     * Open tasks of the callers' teams, of their groups, of a post or of a role, each with somebody who may answer it. Those that
     * came from measuring's own answers are left out: they may be about a day that is still to come.
     */
    private List<Open> open(String task, int most) {
        return callers.jdbc()
                .sql("""
                        with may as (
                            select distinct on (task.id_) task.id_, account.id, account.username
                            from act_ru_task task
                            join act_ru_variable of_referral
                                on of_referral.proc_inst_id_ = task.proc_inst_id_ and of_referral.name_ = 'referralId'
                            join referral on referral.id = of_referral.text_::uuid and referral.team_id = any(:teams)
                            join act_ru_identitylink link on link.task_id_ = task.id_ and link.group_id_ is not null
                            left join account_team on link.group_id_ = 'team-' || account_team.team_id
                            left join organiser_group on link.group_id_ = 'group-' || organiser_group.group_id
                            left join organiser on organiser.id = organiser_group.organiser_id
                            left join account_post on account_post.until is null and link.group_id_ =
                                'post-' || account_post.post || '-' || account_post.neighbourhood_id
                            left join account_role on link.group_id_ = 'role-' || account_role.role
                            join account on account.id =
                                coalesce(account_team.account_id, organiser.account_id, account_post.account_id,
                                    account_role.account_id)
                                and account.username like 'test-%'
                            where task.task_def_key_ = :task
                              and task.create_time_ < :made
                              and (task.assignee_ is null or task.assignee_ = account.id::text)
                            order by task.id_, link.group_id_, md5(account.id::text)
                        )
                        select id_, id::text as account, username from may order by md5(id_) limit :most""")
                .param("teams", callers.teams())
                .param("task", task)
                .param("made", LocalDateTime.ofInstant(made, ZoneOffset.UTC))
                .param("most", most)
                .query((row, number) ->
                        new Open(row.getString("id_"), new Who(row.getString("account"), row.getString("username"))))
                .list();
    }

    private String filter(String name) {
        return callers.jdbc()
                .sql("select id_ from act_ru_filter where name_ = :name")
                .param("name", name)
                .query(String.class)
                .single();
    }

    private static JsonNode hal(Visitor visitor, String method, String path, String body)
            throws JsonProcessingException {
        HttpResponse<String> answer = Callers.ok(visitor.engine(method, path, body, HAL));
        return answer.body().isEmpty() ? JSON.nullNode() : JSON.readTree(answer.body());
    }
}
