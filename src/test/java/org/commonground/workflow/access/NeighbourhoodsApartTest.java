package org.commonground.workflow.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.runtime.ProcessInstanceQuery;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.commonground.account.Account;
import org.commonground.account.AccountId;
import org.commonground.account.Accounts;
import org.commonground.account.Actor;
import org.commonground.account.NeighbourhoodId;
import org.commonground.account.Post;
import org.commonground.account.Role;
import org.commonground.group.GroupId;
import org.commonground.neighbourhood.Absences;
import org.commonground.neighbourhood.KeepPracticeStaff;
import org.commonground.neighbourhood.PracticeStaff;
import org.commonground.neighbourhood.RecordAbsence;
import org.commonground.neighbourhood.Teams;
import org.commonground.platform.personal.PersonName;
import org.commonground.platform.time.WorkingDays;
import org.commonground.referral.Referral;
import org.commonground.referral.ReferralId;
import org.commonground.referral.Referrals;
import org.commonground.referral.intake.Intake;
import org.commonground.referral.intake.ReferralMessage;
import org.commonground.testing.CommonGroundTest;
import org.commonground.testing.Here;
import org.commonground.testing.Invented;
import org.commonground.testing.InventedGroup;
import org.commonground.testing.Neighbourhood;
import org.commonground.testing.People;
import org.commonground.testing.Visitor;
import org.commonground.workflow.engine.EngineGroups;
import org.commonground.workflow.traces.Caseload;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Two neighbourhoods in one installation. One has people in every kind of wait there is; each role of the other opens
 * every page, and comes through every door of the engine's, with all ids and names of the first: nothing of it shows.
 */
@CommonGroundTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NeighbourhoodsApartTest {

    private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)}");
    private static final Pattern ID =
            Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|CG-[0-9A-Z]{4}-[0-9A-Z]{2}");

    /** Looks at what runs in Cockpit. */
    private static final String MANAGER = Role.MANAGER.word();

    private static final String COCKPIT = "/camunda/api/cockpit/plugin/base/default/";

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext context;

    @Autowired
    ProcessEngine engine;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Accounts accounts;

    private Neighbourhood here;
    private Neighbourhood there;

    /** A group of the first that takes people of both, and somebody of the first waits for it. */
    private GroupId shared;

    /** Ids and references of the first neighbourhood, and names of its people, groups, team, practice. */
    private final Set<String> ids = new TreeSet<>();

    private final Set<String> names = new TreeSet<>();

    private List<Referral> referrals;
    private List<Task> tasks;
    private List<ProcessInstance> processes;

    /** Ids of the first neighbourhood as Cockpit knows them, by what stands in an address before them. */
    private final Map<String, List<String>> cockpit = new LinkedHashMap<>();

    private String failed;
    private List<Account> people;
    private final Map<String, Visitor> visitors = new LinkedHashMap<>();

    @BeforeAll
    void two_neighbourhoods() {
        here = Caseload.of(0, context);
        there = Neighbourhood.elsewhere(context);
        shared = new GroupId(one("select group_id from placement where state = 'waiting' and neighbourhood_id = :here"
                + " order by id limit 1"));
        jdbc.sql("insert into group_also_for (group_id, neighbourhood_id) values (:group, :there)")
                .param("group", shared.value())
                .param("there", there.team().neighbourhood().value())
                .update();
        ReferralMessage.Who twice =
                Invented.referral().named("Philippa", "Overlap").message().person();
        refer(Invented.referral().person(twice), here);
        know();
        // known in both, by a referral in each
        names.remove("Philippa Overlap");
        peopleOfTheOther();
        refer(Invented.referral().person(twice), there);
    }

    private void refer(Invented somebody, Neighbourhood where) {
        context.getBean(Intake.class).receive(somebody.message(), null, where.actor());
    }

    private void know() {
        NeighbourhoodId home = Here.in(context);
        referrals = all("select id from referral where neighbourhood_id = :here").stream()
                .map(id -> context.getBean(Referrals.class).find(new ReferralId(id)))
                .toList();
        processes = Stream.concat(
                        referrals.stream()
                                .flatMap(referral ->
                                        running()
                                                .variableValueEquals(
                                                        "referralId",
                                                        referral.id().toString())
                                                .list()
                                                .stream()),
                        Stream.of("concern", "message")
                                .flatMap(table ->
                                        all("select id from " + table + " where neighbourhood_id = :here").stream())
                                .flatMap(id -> running().processInstanceBusinessKey(id.toString()).list().stream()))
                .collect(Collectors.toMap(ProcessInstance::getId, one -> one, (one, same) -> one, LinkedHashMap::new))
                .values()
                .stream()
                .toList();
        tasks = processes.stream()
                .flatMap(process ->
                        engine.getTaskService().createTaskQuery().processInstanceId(process.getId()).list().stream())
                .toList();
        List<UUID> atHome = all("select id from community_group where neighbourhood_id = :here");
        people = accounts.all().stream()
                .filter(account -> account.teams().contains(here.team().id())
                        || account.posts().stream()
                                .anyMatch(post -> post.neighbourhood().equals(home))
                        || account.groups().stream().anyMatch(atHome::contains))
                // who decides for a group of both is known in both
                .filter(account -> !account.groups().contains(shared.value()))
                .toList();
        referrals.forEach(referral -> {
            ids.add(referral.id().toString());
            ids.add(referral.reference().text());
            names.add(context.getBean(Referrals.class)
                    .personOf(referral.id())
                    .name()
                    .text());
        });
        processes.forEach(process -> ids.add(process.getId()));
        tasks.forEach(task -> ids.add(task.getId()));
        people.forEach(account -> {
            ids.add(account.id().toString());
            names.add(account.displayName().text());
        });
        for (String sql : List.of(
                "select id from placement where neighbourhood_id = :here",
                "select id from concern where neighbourhood_id = :here",
                "select id from message where neighbourhood_id = :here",
                "select id from team where neighbourhood_id = :here",
                "select id from practice where neighbourhood_id = :here",
                "select crisis.id from crisis join referral on referral.id = referral_id where neighbourhood_id = :here",
                "select id from community_group where neighbourhood_id = :here")) {
            all(sql).forEach(id -> ids.add(id.toString()));
        }
        for (String sql : List.of(
                "select name from community_group where neighbourhood_id = :here and id <> '" + shared + "'",
                "select name from team where neighbourhood_id = :here",
                "select name from practice where neighbourhood_id = :here")) {
            names.addAll(jdbc.sql(sql)
                    .param("here", home.value())
                    .query(String.class)
                    .list());
        }
        inCockpit();
        ids.add(home.toString());
        // both may know the group that both may send to
        ids.remove(shared.toString());
        assertThat(tasks.stream().map(Task::getTaskDefinitionKey).distinct())
                .as("every kind of task")
                .hasSizeGreaterThan(20);
        assertThat(ids).hasSizeGreaterThan(300);
        assertThat(names).hasSizeGreaterThan(30);
    }

    /** What Cockpit has of those processes besides: jobs, one of them failed, its incident, executions, variables. */
    private void inCockpit() {
        processes.forEach(process -> {
            jobs(process)
                    .forEach(job -> cockpit.computeIfAbsent("job", kind -> new ArrayList<>())
                            .add(job.getId()));
            engine.getRuntimeService()
                    .createExecutionQuery()
                    .processInstanceId(process.getId())
                    .list()
                    .forEach(one -> cockpit.computeIfAbsent("execution", kind -> new ArrayList<>())
                            .add(one.getId()));
            engine.getRuntimeService()
                    .createVariableInstanceQuery()
                    .processInstanceIdIn(process.getId())
                    .list()
                    .forEach(one -> cockpit.computeIfAbsent("variable-instance", kind -> new ArrayList<>())
                            .add(one.getId()));
            ids.add(process.getBusinessKey());
        });
        failed = cockpit.get("job").get(0);
        engine.getManagementService().setJobRetries(failed, 0);
        engine.getRuntimeService()
                .createIncidentQuery()
                .configuration(failed)
                .list()
                .forEach(one -> cockpit.computeIfAbsent("incident", kind -> new ArrayList<>())
                        .add(one.getId()));
        cockpit.put(
                "process-instance",
                processes.stream().map(ProcessInstance::getId).toList());
        cockpit.put(
                "process-definition",
                processes.stream()
                        .map(ProcessInstance::getProcessDefinitionId)
                        .distinct()
                        .toList());
        Stream.of("job", "execution", "variable-instance", "incident").forEach(kind -> ids.addAll(cockpit.get(kind)));
        assertThat(cockpit.values()).noneMatch(List::isEmpty);
    }

    @AfterAll
    void nothing_has_failed() {
        engine.getManagementService().setJobRetries(failed, 3);
    }

    private List<Job> jobs(ProcessInstance process) {
        return engine.getManagementService()
                .createJobQuery()
                .processInstanceId(process.getId())
                .list();
    }

    private ProcessInstanceQuery running() {
        return engine.getRuntimeService().createProcessInstanceQuery();
    }

    private void peopleOfTheOther() {
        People made = People.at(there.team().neighbourhood(), context);
        refer(Invented.referral().named("Ottilie", "Quillfeather"), there);
        People.Person lead = made.inTeam(there.team().id(), Role.TEAM_LEAD);
        context.getBean(Teams.class).appointLead(there.team().id(), lead.id(), Actor.SYSTEM);
        come("link worker", made.inTeam(there.team().id(), Role.LINK_WORKER));
        come("team lead", lead);
        for (Role post : Stream.of(Role.values()).filter(Role::isPost).toList()) {
            come(post.word(), made.with(post));
        }
        GroupId group = InventedGroup.singers().at(there.team().neighbourhood()).in(context);
        come("organiser", made.organiserOf(group.value()));
        String desk = "desk-" + UUID.randomUUID().toString().substring(0, 8);
        context.getBean(PracticeStaff.class)
                .open(
                        new KeepPracticeStaff(
                                desk,
                                new PersonName("Desk Example"),
                                null,
                                there.practice().practice()),
                        People.PASSWORD,
                        Actor.SYSTEM);
        Visitor practice = new Visitor(port);
        practice.signIn(desk, People.PASSWORD);
        visitors.put("practice staff", practice);
    }

    @TestFactory
    Stream<DynamicTest> no_page_shows_anything_of_another_neighbourhood() {
        List<String> pages = pages();
        assertThat(pages).hasSizeGreaterThan(60);
        List<Map<String, String>> values = values();
        return each((who, visitor) -> pages.forEach(page -> filled(page, values)
                .forEach(path ->
                        assertApart(who, path, path.startsWith("/api/") ? asPractice(path) : visitor.open(path)))));
    }

    @TestFactory
    Stream<DynamicTest> no_search_finds_anybody_of_another_neighbourhood() {
        return each((who, visitor) -> {
            if (visitor.open("/referrals").statusCode() != 200) {
                return;
            }
            List<String> typed = new ArrayList<>(names);
            referrals.stream().limit(5).map(one -> one.reference().text()).forEach(typed::add);
            typed.forEach(words -> assertApart(who + " looks for ", words, visitor.submit("/referrals", "who", words)));
        });
    }

    @TestFactory
    Stream<DynamicTest> no_door_of_the_engine_leads_to_another_neighbourhood() {
        List<String> paths = engineGets();
        return each((who, visitor) -> {
            paths.forEach(path -> assertApart(who, path, visitor.engine("GET", path, null)));
            paths.stream()
                    .filter(path -> path.contains("/list") || path.contains("/count") || path.startsWith("task?"))
                    .forEach(path -> {
                        assertApart(who, "POST " + path, visitor.engine("POST", path, "{}"));
                        assertApart(who, "HAL " + path, visitor.engine("POST", path, "{}", "application/hal+json"));
                    });
            assertApart(
                    who,
                    "cards",
                    visitor.get("/tasks/cards?ids="
                            + tasks.stream().limit(50).map(Task::getId).collect(Collectors.joining(","))));
            tasks.forEach(task -> assertApart(
                    who, task.getId() + task.getTaskDefinitionKey(), visitor.get("/tasks/" + task.getId() + "/panel")));
        });
    }

    @Test
    void every_process_is_of_its_neighbourhood() {
        assertThat(processes)
                .extracting(ProcessInstance::getTenantId)
                .containsOnly(Here.in(context).toString());
        assertThat(tasks)
                .extracting(Task::getTenantId)
                .containsOnly(Here.in(context).toString());
        assertThat(processes.stream()
                        .map(ProcessInstance::getProcessDefinitionId)
                        .map(id -> id.split(":")[0]))
                .contains(
                        "referral",
                        "placement",
                        "follow-up",
                        "safeguarding-concern",
                        "crisis",
                        "tell-person",
                        "death-check",
                        "group-left",
                        "undeliverable-mail");
    }

    /** Each address answers a manager of the first neighbourhood, so that one of the other might have been shown it. */
    @TestFactory
    Stream<DynamicTest> no_door_of_cockpit_shows_a_manager_another_neighbourhood() {
        Visitor manager = visitors.get(MANAGER);
        Visitor own = managerHere();
        Stream<DynamicTest> reads = cockpitGets().stream()
                .map(path -> DynamicTest.dynamicTest(path, () -> {
                    assertApart(MANAGER, path, manager.get(path, "Accept", "application/json"));
                    assertThat(own.get(path, "Accept", "application/json").statusCode())
                            .as(path)
                            .isIn(200, 204);
                }));
        Stream<DynamicTest> asks = cockpitPosts().stream()
                .map(path -> DynamicTest.dynamicTest("POST " + path, () -> {
                    byte[] all = "{}".getBytes(StandardCharsets.UTF_8);
                    HttpResponse<String> answer = manager.api("POST", path, all);
                    assertThat(answer.statusCode()).isEqualTo(200);
                    assertApart(MANAGER, path, answer);
                    assertThat(own.api("POST", path, all).statusCode()).isEqualTo(200);
                }));
        return Stream.concat(reads, asks);
    }

    private Visitor managerHere() {
        Visitor own = new Visitor(port);
        own.signIn(People.in(context).with(Role.MANAGER));
        return own;
    }

    /** A number tells as well: what is counted is theirs alone, and an administrator's is everybody's. */
    @Test
    void a_manager_counts_the_processes_of_their_own_neighbourhood() {
        Visitor manager = visitors.get(MANAGER);
        Visitor administrator = new Visitor(port);
        administrator.signIn(People.in(context).with(Role.ADMINISTRATOR));
        Visitor own = managerHere();
        long theirs = running()
                .processDefinitionKey("referral")
                .tenantIdIn(there.team().neighbourhood().toString())
                .count();
        long ours = running()
                .processDefinitionKey("referral")
                .tenantIdIn(Here.in(context).toString())
                .count();
        long all = running().processDefinitionKey("referral").count();
        assertThat(theirs).isEqualTo(2);
        assertThat(ours).isGreaterThan(20).isLessThan(all);
        for (boolean plugin : List.of(true, false)) {
            assertThat(counted(manager, plugin)).isEqualTo(theirs);
            assertThat(counted(own, plugin)).isEqualTo(ours);
            assertThat(counted(administrator, plugin)).isEqualTo(all);
        }
        String incidents = "incident/count?incidentType=failedJob";
        assertThat(manager.engine("GET", incidents, null).body()).contains("\"count\":0");
        assertThat(own.engine("GET", incidents, null).body()).contains("\"count\":1");
        String process = "process-instance/" + processes.get(0).getId();
        assertThat(manager.engine("GET", process, null).statusCode()).isNotEqualTo(200);
        for (Visitor visitor : List.of(own, administrator)) {
            assertThat(visitor.engine("GET", process, null).statusCode()).isEqualTo(200);
            assertThat(visitor.engine("GET", process + "/activity-instances", null)
                            .statusCode())
                    .isEqualTo(200);
            assertThat(found(visitor.engine(
                                    "POST", "process-instance?maxResults=500", "{\"processDefinitionKey\":\"crisis\"}")
                            .body()))
                    .isNotEmpty();
            assertThat(found(visitor.engine("GET", "incident?maxResults=500", null)
                            .body()))
                    .contains(cockpit.get("incident").get(0));
        }
        assertThat(own.engine("GET", "tenant", null).statusCode()).isEqualTo(403);
        assertThat(administrator.engine("GET", "tenant?maxResults=500", null).body())
                .contains(
                        Here.in(context).toString(),
                        there.team().neighbourhood().toString());
    }

    private static long counted(Visitor visitor, boolean plugin) {
        HttpResponse<String> answer = plugin
                ? visitor.get(COCKPIT + "process-definition/statistics?maxResults=500", "Accept", "application/json")
                : visitor.engine("GET", "process-definition/statistics?incidents=true&maxResults=500", null);
        assertThat(answer.statusCode()).isEqualTo(200);
        long counted = 0;
        try {
            for (JsonNode one : new ObjectMapper().readTree(answer.body())) {
                String key = (one.has("definition") ? one.get("definition") : one)
                        .get("key")
                        .asText();
                counted += key.equals("referral") ? one.get("instances").asLong() : 0;
            }
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
        return counted;
    }

    /** Whichever way a task may come to somebody: nobody of another neighbourhood is among them. */
    @TestFactory
    Stream<DynamicTest> a_task_open_to_anybody_of_one_is_listed_to_nobody_of_another() {
        Set<String> candidates = new TreeSet<>();
        tasks.forEach(task -> engine.getTaskService().getIdentityLinksForTask(task.getId()).stream()
                .map(IdentityLink::getGroupId)
                .filter(group -> group != null)
                .forEach(candidates::add));
        assertThat(candidates)
                .as("a role is the installation's, and has no task about anybody")
                .allMatch(group -> !group.startsWith("role-") || group.equals(EngineGroups.role(Role.ADMINISTRATOR)));
        Stream.of(Role.values())
                .filter(Role::isPost)
                .forEach(role -> candidates.add(EngineGroups.post(new Post(role, Here.in(context)))));
        people.forEach(account -> candidates.add(EngineGroups.person(account.id())));
        candidates.removeIf(group -> group.startsWith("role-"));
        TaskOfTest open = TaskOfTest.openTo(engine, Here.in(context), candidates.toArray(String[]::new));
        ids.add(open.task());
        return each((who, visitor) -> {
            for (String path : List.of("task?maxResults=50&processInstanceId={instance}", "task/{task}")) {
                assertApart(who, open.in(path), visitor.engine("GET", open.in(path), null));
            }
        });
    }

    /** One of them asks whether somebody of the first neighbourhood is the same person. */
    @Test
    void a_form_of_their_own_says_nothing_of_the_other() {
        List<Task> theirs = engine.getTaskService()
                .createTaskQuery()
                .taskCandidateGroup(EngineGroups.team(there.team().id()))
                .list();
        assertThat(theirs)
                .extracting(Task::getTaskDefinitionKey)
                .containsExactlyInAnyOrder("make-contact", "look-at-duplicate");
        for (Task task : theirs) {
            String path = "task/" + task.getId() + "/form-variables";
            HttpResponse<String> answer = visitors.get("link worker").engine("GET", path, null);
            assertThat(answer.statusCode()).isEqualTo(200);
            // by its id the other is chosen; it leads nowhere
            Set<String> shown = found(answer.body());
            shown.removeIf(one -> ID.matcher(one).matches() && !one.startsWith("CG-"));
            assertThat(shown).as(task.getTaskDefinitionKey()).isEmpty();
            if (task.getTaskDefinitionKey().equals("look-at-duplicate")) {
                assertThat(answer.body()).contains("The open referral with the service in", "phone 01632 960300");
            }
        }
    }

    @Test
    void a_group_of_both_shows_the_others_as_somebody_from_elsewhere() {
        String list = "/groups/" + shared + "/waiting-list";
        HttpResponse<String> answer = visitors.get("link worker").open(list);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("Somebody from elsewhere");
        assertApart("link worker", list, answer);
    }

    /** Whoever looks from nowhere would see nothing either. */
    @Test
    void those_of_the_neighbourhood_see_it_and_each_role_of_the_other_sees_its_own() {
        Visitor own = new Visitor(port);
        own.signIn(People.in(context).inTeam(here.team().id(), Role.LINK_WORKER));
        String all = own.engine("GET", "task?maxResults=500", null).body();
        assertThat(found(all)).hasSizeGreaterThan(30);
        assertThat(own.open("/referrals/" + referrals.get(0).reference()).body())
                .contains(referrals.get(0).reference().text());
        for (String who : List.of("link worker", "team lead")) {
            assertThat(visitors.get(who)
                            .engine("GET", "task?maxResults=500", null)
                            .body())
                    .as(who)
                    .contains("Reach the person");
        }
        assertThat(visitors.get("team lead").open("/team").statusCode()).isEqualTo(200);
        assertThat(visitors.get("organiser").open("/groups").statusCode()).isEqualTo(200);
        assertThat(visitors.get("practice staff").open("/practice").statusCode())
                .isEqualTo(200);
        assertThat(asPractice("/api/referrals").statusCode()).isIn(200, 405);
    }

    private interface Walk {
        void of(String who, Visitor visitor);
    }

    private Stream<DynamicTest> each(Walk walk) {
        return visitors.entrySet().stream()
                .map(one -> DynamicTest.dynamicTest(one.getKey(), () -> walk.of(one.getKey(), one.getValue())));
    }

    private void assertApart(String who, String asked, HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(who + " " + asked).isLessThan(500);
        Set<String> shown = found(answer.body());
        shown.removeIf(asked::contains);
        assertThat(shown).as(who + " " + asked + " " + answer.statusCode()).isEmpty();
    }

    /** What of the first neighbourhood stands in a text. */
    private Set<String> found(String text) {
        Set<String> found = new LinkedHashSet<>();
        Matcher id = ID.matcher(text);
        while (id.find()) {
            if (ids.contains(id.group())) {
                found.add(id.group());
            }
        }
        names.stream().filter(text::contains).forEach(found::add);
        return found;
    }

    private List<String> pages() {
        List<String> pages = new ArrayList<>();
        context.getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .forEach((mapping, handler) -> {
                    if (handler.getBeanType().getName().startsWith("org.commonground.web")
                            && mapping.getMethodsCondition().getMethods().contains(RequestMethod.GET)) {
                        pages.addAll(mapping.getPatternValues());
                    }
                });
        return pages.stream().sorted().distinct().toList();
    }

    /** Some of the first neighbourhood's referrals, each with what belongs to it. */
    private List<Map<String, String>> values() {
        Set<UUID> some = new LinkedHashSet<>();
        for (String sql : List.of(
                "select referral_id from placement where state = 'waiting' and neighbourhood_id = :here limit 1",
                "select referral_id from placement where state = 'offered' and neighbourhood_id = :here limit 1",
                "select referral_id from placement where state = 'attended' and neighbourhood_id = :here limit 1",
                "select referral_id from concern where neighbourhood_id = :here and referral_id is not null limit 1",
                "select referral_id from crisis join referral on referral.id = referral_id"
                        + " where neighbourhood_id = :here limit 1",
                "select subject_id from message where state = 'failed' and neighbourhood_id = :here limit 1")) {
            some.add(one(sql));
        }
        return some.stream().map(this::valuesOf).toList();
    }

    private Map<String, String> valuesOf(UUID referral) {
        Map<String, String> values = new LinkedHashMap<>();
        Account worker = people.stream()
                .filter(account -> account.teams().contains(here.team().id()))
                .findFirst()
                .orElseThrow();
        values.put(
                "reference",
                context.getBean(Referrals.class)
                        .find(new ReferralId(referral))
                        .reference()
                        .text());
        values.put("placement", first("select id from placement where referral_id = :id", referral));
        values.put("letters", first("select id from message where subject_id = :id", referral));
        values.put("mails", values.get("letters"));
        values.put(
                "tasks",
                tasks.stream()
                        .filter(task -> referral.toString()
                                .equals(engine.getTaskService().getVariable(task.getId(), "referralId")))
                        .map(Task::getId)
                        .findFirst()
                        .orElse(tasks.get(0).getId()));
        values.put("action", UUID.randomUUID().toString());
        values.put("absence", absence(worker));
        values.put("practice", here.practice().practice().toString());
        values.put("practices", here.practice().practice().toString());
        values.put("groups", first("select group_id from placement where referral_id = :id", referral));
        values.put(
                "organiser",
                first(
                        "select organiser_id from organiser_group where group_id = :id",
                        UUID.fromString(values.get("groups"))));
        values.put("account", worker.id().toString());
        values.put("people", worker.id().toString());
        values.put("staff", worker.id().toString());
        values.put("neighbourhoods", Here.in(context).toString());
        values.put("teams", here.team().id().toString());
        values.put("step", "why");
        values.put("number", "1");
        values.put("name", "teams");
        return values;
    }

    private String absence(Account worker) {
        Absences absences = context.getBean(Absences.class);
        if (absences.of(worker.id()).isEmpty()) {
            LocalDate today = context.getBean(WorkingDays.class).today();
            AccountId standIn = absences.candidates(worker.id()).get(0).id();
            absences.record(new RecordAbsence(worker.id(), today, today.plusDays(3), standIn), Actor.SYSTEM);
        }
        return absences.of(worker.id()).get(0).id().toString();
    }

    private Collection<String> filled(String page, List<Map<String, String>> values) {
        Set<String> filled = new LinkedHashSet<>();
        for (Map<String, String> one : values) {
            filled.add(filledWith(page, one));
        }
        return filled;
    }

    /** {@code {id}} is what stands before it in the address. */
    private static String filledWith(String page, Map<String, String> values) {
        Matcher found = VARIABLE.matcher(page);
        StringBuilder filled = new StringBuilder();
        while (found.find()) {
            String name = found.group(1);
            if (name.equals("id")) {
                name = page.substring(0, found.start()).replaceAll(".*/(\\w+)/$", "$1");
            }
            assertThat(values).as("a value for " + page).containsKey(name);
            found.appendReplacement(filled, values.get(name));
        }
        String path = found.appendTail(filled).toString();
        return path.equals("/tasks/cards") ? path + "?ids=" + values.get("tasks") : path;
    }

    /** Every door but those of Cockpit, with what of the first neighbourhood fits in; and lists of all there is. */
    private List<String> engineGets() {
        Set<String> paths = new LinkedHashSet<>();
        List<String> kinds = tasks.stream()
                .collect(Collectors.toMap(Task::getTaskDefinitionKey, Task::getId, (one, other) -> one))
                .values()
                .stream()
                .toList();
        List<String> filters = engine.getFilterService().createFilterQuery().list().stream()
                .map(Filter::getId)
                .toList();
        List<String> models =
                engine.getRepositoryService().createProcessDefinitionQuery().latestVersion().list().stream()
                        .map(ProcessDefinition::getId)
                        .limit(20)
                        .toList();
        for (OpenDoors.Door door : OpenDoors.DOORS) {
            String path = String.join("/", door.pattern());
            if (!path.startsWith("engine/engine/default/")
                    || door.who() == OpenDoors.Who.COCKPIT
                    || door.who() == OpenDoors.Who.ADMINISTRATORS) {
                continue;
            }
            path = path.substring("engine/engine/default/".length());
            if (path.startsWith("task/*")) {
                for (String task : path.matches("task/\\*(/form-variables)?") ? kinds : kinds.subList(0, 3)) {
                    paths.add(path.replace("*", task));
                }
            } else if (path.startsWith("filter/*")) {
                for (String filter : filters) {
                    paths.add(path.replace("*", filter) + (path.endsWith("list") ? "?maxResults=500" : ""));
                }
            } else if (path.startsWith("process-definition/*")) {
                for (String model : models) {
                    paths.add(path.replace("*", model));
                }
                for (String word : List.of("statistics", "count", "key/referral", "key/referral/statistics")) {
                    paths.add(path.replace("*", word));
                }
            } else if (path.startsWith("user/*")) {
                for (Account account : people) {
                    paths.add(path.replace("*", account.id().toString()));
                }
            } else if (path.equals("identity/groups")) {
                people.forEach(account -> paths.add("identity/groups?userId=" + account.id()));
            } else if (!path.contains("*")) {
                paths.add(path + "?maxResults=500");
            }
        }
        for (Referral referral : referrals.subList(0, 5)) {
            paths.add("task?maxResults=500&processInstanceBusinessKey=" + referral.id());
        }
        paths.add("task?maxResults=500&candidateGroup="
                + EngineGroups.team(here.team().id()));
        paths.add("task?maxResults=500&assignee=" + people.get(0).id());
        paths.add("task?maxResults=500&nameLike=%25CG%25");
        return List.copyOf(paths);
    }

    /** Every door of Cockpit, with ids of the first neighbourhood in each place, and lists of all there is. */
    private List<String> cockpitGets() {
        String engineApi = "/camunda/api/engine/engine/default/";
        Set<String> paths = new LinkedHashSet<>();
        for (String list : List.of(
                "job",
                "incident",
                "external-task",
                "job-definition",
                "task",
                "deployment",
                "batch",
                "decision-definition",
                "decision-requirements-definition",
                "case-definition")) {
            paths.add(engineApi + list + "?maxResults=500");
            paths.add(engineApi + list + "/count");
        }
        for (String count : List.of("process-instance", "execution", "variable-instance", "process-definition")) {
            paths.add(engineApi + count + "/count");
        }
        paths.add(engineApi + "process-definition/statistics?incidents=true&failedJobs=true&maxResults=500");
        paths.add(COCKPIT + "process-definition/statistics?maxResults=500");
        paths.add(COCKPIT + "process-definition/statistics-count");
        for (String id : cockpit.get("process-instance")) {
            for (String more : List.of("", "/activity-instances", "/variables")) {
                paths.add(engineApi + "process-instance/" + id + more);
            }
            paths.add(COCKPIT + "process-instance/" + id + "/called-process-instances");
            for (String list : List.of("job", "incident", "task")) {
                paths.add(engineApi + list + "?maxResults=500&processInstanceId=" + id);
            }
            paths.add(engineApi + "process-instance/count?superProcessInstance=" + id);
            paths.add(engineApi + "variable-instance/count?processInstanceIdIn=" + id);
        }
        for (String id : cockpit.get("process-definition")) {
            for (String more : List.of(
                    "", "/statistics?incidents=true&failedJobs=true", "/xml", "/static-called-process-definitions")) {
                paths.add(engineApi + "process-definition/" + id + more);
            }
            paths.add(engineApi + "process-definition/key/" + id.split(":")[0] + "/statistics?incidents=true");
            paths.add(engineApi + "process-instance/count?processDefinitionId=" + id);
            paths.add(engineApi + "job?maxResults=500&processDefinitionId=" + id);
            paths.add(engineApi + "incident?maxResults=500&processDefinitionId=" + id);
        }
        cockpit.get("job").forEach(id -> paths.add(engineApi + "job/" + id));
        cockpit.get("incident").forEach(id -> paths.add(engineApi + "incident/" + id));
        cockpit.get("execution").forEach(id -> {
            paths.add(engineApi + "execution/" + id);
            paths.add(engineApi + "execution/" + id + "/localVariables");
        });
        cockpit.get("variable-instance").forEach(id -> paths.add(engineApi + "variable-instance/" + id));
        for (Referral referral : referrals) {
            paths.add(engineApi + "process-instance/count?businessKey=" + referral.id());
            paths.add(engineApi + "process-instance/count?variables=reference_eq_" + referral.reference());
        }
        return List.copyOf(paths);
    }

    private Set<String> cockpitPosts() {
        Set<String> posts = new LinkedHashSet<>();
        for (OpenDoors.Door door : OpenDoors.DOORS) {
            String path = "/camunda/api/" + String.join("/", door.pattern());
            if (door.who() == OpenDoors.Who.COCKPIT && door.method().equals("POST")) {
                String kind = path.contains("process-definition") ? "process-definition" : "process-instance";
                for (String id : path.contains("*") ? cockpit.get(kind) : List.of("")) {
                    posts.add(path.replace("*", id) + (path.endsWith("count") ? "" : "?maxResults=500"));
                }
            }
        }
        return posts;
    }

    private HttpResponse<String> asPractice(String path) {
        String login = there.practice().odsCode() + ":" + there.practice().key();
        return new Visitor(port)
                .get(
                        path,
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8)));
    }

    private void come(String who, People.Person person) {
        Visitor visitor = new Visitor(port);
        visitor.signIn(person);
        visitors.put(who, visitor);
    }

    private List<UUID> all(String sql) {
        return jdbc.sql(sql)
                .param("here", Here.in(context).value())
                .query(UUID.class)
                .list();
    }

    private UUID one(String sql) {
        return all(sql).get(0);
    }

    private String first(String sql, UUID id) {
        return jdbc.sql(sql + " limit 1")
                .param("id", id)
                .query(UUID.class)
                .optional()
                .orElseGet(UUID::randomUUID)
                .toString();
    }
}
