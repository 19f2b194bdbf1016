package org.commonground.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Execution;
import org.camunda.bpm.engine.runtime.Job;
import org.commonground.account.Actor;
import org.commonground.account.Role;
import org.commonground.correspondence.outbox.Outbox;
import org.commonground.group.GroupId;
import org.commonground.group.Groups;
import org.commonground.neighbourhood.PracticeKey;
import org.commonground.placement.PlacementId;
import org.commonground.placement.Placements;
import org.commonground.placement.ending.StopReason;
import org.commonground.placement.ending.ToldBy;
import org.commonground.placement.ending.ToldHow;
import org.commonground.platform.embedded.CaughtMail;
import org.commonground.platform.embedded.CaughtMails;
import org.commonground.platform.persistence.DatabaseAccess;
import org.commonground.platform.time.WorkingDays;
import org.commonground.referral.Reference;
import org.commonground.referral.ReferralId;
import org.commonground.referral.Referrals;
import org.commonground.testing.CommonGroundTest;
import org.commonground.testing.InventedGroup;
import org.commonground.testing.Neighbourhood;
import org.commonground.testing.People;
import org.commonground.testing.ReferralForm;
import org.commonground.testing.TimePasses;
import org.commonground.testing.Visitor;
import org.commonground.workflow.tasks.OpenTask;
import org.commonground.workflow.tasks.TaskPort;
import org.commonground.workflow.vocabulary.CrisisProcess;
import org.commonground.workflow.vocabulary.SafeguardingConcernProcess;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * No personal data in the engine, ever (house rule 1), nor in logs, addresses, mails to practices and organisers, nor
 * before a manager's eyes. One referral goes its whole way with a mark in every field that takes text; the marks are
 * looked for at every wait state and at the end.
 */
@CommonGroundTest
class PersonalDataTest {

    @Autowired
    private ApplicationContext context;

    @Autowired
    private TaskPort port;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private ManagementService management;

    @Autowired
    private WorkingDays days;

    @Autowired
    private Outbox outbox;

    @Autowired
    private CaughtMails mails;

    @Autowired
    private DatabaseAccess database;

    @LocalServerPort
    private int httpPort;

    private final Marks marks = Marks.ofSomebodyNew();
    private final String mark = marks.word();

    private String reference;
    private MarkedAnswers answers;
    private Addresses addresses;
    private LogCatcher log;
    private EngineTables tables;
    private Neighbourhood here;
    private People.Person linkWorker;
    private People.Person organiser;
    private People.Person manager;
    private final Map<People.Person, Visitor> visitors = new HashMap<>();
    private GroupId group;

    @BeforeEach
    void settle() {
        log = new LogCatcher();
        addresses = new Addresses(context);
        answers = new MarkedAnswers(marks, days);
        tables = new EngineTables(context.getBean(JdbcClient.class));
        here = Neighbourhood.in(context);
        People people = People.in(context);
        linkWorker = people.inTeam(here.team().id(), Role.LINK_WORKER);
        group = context.getBean(Groups.class).create(InventedGroup.singers().here(context), Actor.SYSTEM);
        organiser = people.organiserOf(group.value());
        manager = people.with(Role.MANAGER);
    }

    @AfterEach
    void close() {
        log.close();
        addresses.close();
    }

    @Test
    void no_mark_of_the_person_reaches_the_engine_the_log_an_address_the_mails_or_the_manager() throws Exception {
        UUID referral = referred();
        unmarked("received");
        refusedWithMarks(referral);

        answer(referral, "make-contact", linkWorker, answers.contact("no-answer"));
        unmarked("nobody answered");
        new TimePasses(context).untilTimer("wait-for-next-contact", new ReferralId(referral));
        answer(referral, "make-contact", linkWorker, answers.contact("reached"));
        answer(referral, "hold-conversation", linkWorker, answers.conversation());
        answer(referral, "advise-on-capacity", People.in(context).with(Role.CLINICAL_SUPERVISOR), answers.advice());
        answer(referral, "hold-conversation", linkWorker, answers.conversation());
        raiseAndPauseAndLift();
        declareAndConfirm();
        askAgainAndJoin();
        stopAlmost();
        findsNotesAndAlmostRefers();
        answer(referral, "choose-groups", linkWorker, answers.choice(group));
        UUID placement = context.getBean(Placements.class)
                .open(new ReferralId(referral))
                .get(0)
                .id()
                .value();
        answer(placement, "check-person-side", linkWorker, answers.personSide("unresolved"));
        answer(
                placement,
                "give-second-opinion",
                People.in(context).with(Role.CLINICAL_SUPERVISOR),
                answers.secondOpinion());
        failingJob(placement);
        answer(placement, "answer-offer", organiser, answers.question());
        answer(placement, "answer-question", linkWorker, answers.reply());
        answer(placement, "answer-offer", organiser, answers.offer());
        answer(placement, "ask-person", linkWorker, answers.personSays());
        new TimePasses(context).untilFirstSession(new PlacementId(placement));
        answer(placement, "record-first-session", organiser, answers.missed());
        answer(placement, "ask-after-missed", linkWorker, answers.afterMissed());
        answer(placement, "record-first-session", linkWorker, answers.firstSession());
        followUps(new ReferralId(referral));
        runJobs();
        mailsAreUnmarked();
        unmarked("closed");
        assertThat(context.getBean(Referrals.class)
                        .find(new ReferralId(referral))
                        .outcome())
                .as("the whole way was gone")
                .isPresent();
    }

    /** Sent and asked for by the practice's system. */
    private UUID referred() {
        reference = refer(answers.message());
        return idOf(reference);
    }

    private UUID idOf(String text) {
        return Reference.parse(text)
                .flatMap(context.getBean(Referrals.class)::byReference)
                .orElseThrow()
                .id()
                .value();
    }

    private String refer(String message) {
        PracticeKey practice = here.practice();
        String login = Base64.getEncoder()
                .encodeToString((practice.odsCode() + ":" + practice.key()).getBytes(StandardCharsets.UTF_8));
        Visitor system = new Visitor(httpPort);
        HttpResponse<String> answer = system.send(
                "POST",
                "/api/referrals",
                BodyPublishers.ofString(message),
                "Authorization",
                "Basic " + login,
                "Content-Type",
                "application/json");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        String status = system.get(system.next(answer), "Authorization", "Basic " + login)
                .body();
        assertThat(marks.in(status)).as("what the practice is told").isEmpty();
        return system.next(answer).replaceFirst(".*/", "");
    }

    /** The same person comes a second time, and what is asked is joined. */
    private void askAgainAndJoin() {
        String second = refer(answers.message().replaceFirst(mark, mark + "-2"));
        answer(idOf(second), "look-at-duplicate", linkWorker, Map.of("decision", "join"));
        addresses.ofPage(as(linkWorker).open("/referrals/" + second).body());
        addresses.ofPage(as(linkWorker).open("/referrals/" + reference).body());
    }

    private void declareAndConfirm() {
        String page = "/referrals/" + reference + "/crisis";
        addresses.ofPage(as(linkWorker).submit(page, "said", mark).body());
        HttpResponse<String> declared = as(linkWorker).submit(page, "kind", "other", "said", mark, "saidBy", "person");
        addresses.ofPage(as(linkWorker).open(as(linkWorker).next(declared)).body());
        UUID crisis = UUID.fromString(runtime.createProcessInstanceQuery()
                .processDefinitionKey(CrisisProcess.ID)
                .variableValueEquals("reference", reference)
                .singleResult()
                .getBusinessKey());
        answer(crisis, "speak-with-practice", linkWorker, answers.confirmed());
    }

    /** Looks everywhere at one moment, also as the manager who watches in Cockpit. */
    private void unmarked(String moment) {
        runJobs();
        outbox.sendDue();
        assertThat(tables.count()).isGreaterThan(40);
        assertThat(tables.holding(marks)).as("tables: " + moment).isEmpty();
        assertThat(log.holding(marks)).as("log: " + moment).isEmpty();
        assertThat(addresses.holding(marks)).as("addresses: " + moment).isEmpty();
        for (String path : List.of(
                "process-instance",
                "variable-instance",
                "task",
                "job",
                "incident",
                "history/task",
                "history/activity-instance",
                "history/variable-instance",
                "history/detail",
                "history/job-log",
                "history/user-operation")) {
            assertThat(marks.in(as(manager)
                            .engine("GET", path + "?maxResults=1000", null)
                            .body()))
                    .as("a manager asks for " + path + ": " + moment)
                    .isEmpty();
        }
    }

    /** What the job executor would do now in this referral's processes, and in nobody else's. */
    private void runJobs() {
        List<Job> due;
        do {
            due = runtime.createProcessInstanceQuery().variableValueEquals("reference", reference).list().stream()
                    .map(Execution::getId)
                    .flatMap(process ->
                            management
                                    .createJobQuery()
                                    .processInstanceId(process)
                                    .executable()
                                    .active()
                                    .list()
                                    .stream())
                    .toList();
            due.forEach(job -> management.executeJob(job.getId()));
        } while (!due.isEmpty());
    }

    private void answer(UUID subject, String task, People.Person person, Map<String, Object> answer) {
        runJobs();
        OpenTask open = port.openTasksAbout(subject).stream()
                .filter(candidate -> candidate.key().equals(task))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no task " + task + " but " + port.openTasksAbout(subject)));
        assertThat(port.prefill(open.id(), person.actor()))
                .as("what the form shows")
                .isNotEmpty();
        managerLearnsNothingOf(open);
        followsLinks(person, open);
        port.takeOver(open.id(), person.actor());
        port.submit(open.id(), answer, person.actor());
        unmarked("after " + task);
    }

    private void managerLearnsNothingOf(OpenTask task) {
        for (String path : List.of(
                "task/" + task.id(),
                "task/" + task.id() + "/form-variables",
                "task/" + task.id() + "/variables",
                "task/" + task.id() + "/rendered-form",
                "task/" + task.id() + "/comment")) {
            assertThat(marks.in(as(manager).engine("GET", path, null).body()))
                    .as("a manager asks for " + path)
                    .isEmpty();
        }
        for (String path : List.of("/tasks/cards?ids=" + task.id(), "/tasks/" + task.id() + "/panel")) {
            assertThat(marks.in(as(manager).get(path).body()))
                    .as("a manager asks for " + path)
                    .isEmpty();
        }
    }

    /** Goes wherever a task, the panel beside it and the referral's page lead somebody. */
    private void followsLinks(People.Person person, OpenTask task) {
        Visitor visitor = as(person);
        visitor.get("/tasks/cards?ids=" + task.id());
        for (String start : List.of("/tasks/" + task.id() + "/panel", "/referrals/" + reference)) {
            addresses.ofPage(visitor.open(start).body()).stream()
                    .filter(link -> link.startsWith("/referrals/"))
                    .forEach(link -> addresses.ofPage(visitor.open(link).body()));
        }
    }

    /** What is refused is not kept either: a wrong answer, a comment, an attachment's name, a variable. */
    private void refusedWithMarks(UUID referral) {
        OpenTask open = port.openTasksAbout(referral).get(0);
        Visitor visitor = as(linkWorker);
        visitor.engine("POST", "task/" + open.id() + "/claim", "{\"userId\":\"" + linkWorker.id() + "\"}");
        HttpResponse<String> refused = visitor.engine(
                "POST",
                "task/" + open.id() + "/submit-form",
                "{\"variables\":{\"way\":{\"value\":\"" + mark + "\"},\"" + mark + "\":{\"value\":\"" + mark + "\"}}}");
        assertThat(refused.statusCode()).isEqualTo(400);
        for (String path :
                List.of("comment/create", "attachment/create", "variables/" + mark, "localVariables/" + mark)) {
            String method = path.contains("ariables") ? "PUT" : "POST";
            addresses.ofAnAttack(() -> assertThat(visitor.engine(
                                    method,
                                    "task/" + open.id() + "/" + path,
                                    "{\"message\":\"" + mark + "\",\"value\":\"" + mark + "\"}")
                            .statusCode())
                    .as(path)
                    .isGreaterThanOrEqualTo(400));
        }
        assertThatThrownBy(() -> port.submit(open.id(), Map.of("way", mark), linkWorker.actor()))
                .hasMessageNotContaining(mark);
        visitor.engine("POST", "task/" + open.id() + "/unclaim", "{}");
        unmarked("after refusals");
    }

    private void raiseAndPauseAndLift() {
        String page = "/referrals/" + reference + "/concern";
        HttpResponse<String> refused = as(linkWorker).submit(page, "what", mark);
        assertThat(refused.statusCode()).isEqualTo(400);
        addresses.ofPage(refused.body());
        HttpResponse<String> raised = as(linkWorker).submit(page, "immediateDanger", "false", "what", mark);
        addresses.ofPage(as(linkWorker).open(as(linkWorker).next(raised)).body());
        UUID concern = UUID.fromString(runtime.createProcessInstanceQuery()
                .processDefinitionKey(SafeguardingConcernProcess.ID)
                .variableValueEquals("reference", reference)
                .singleResult()
                .getBusinessKey());
        People.Person lead = People.in(context).with(Role.SAFEGUARDING_LEAD);
        answer(concern, "review-concern", lead, answers.review("pause"));
        answer(concern, "lift-pause", lead, answers.pauseLifted());
    }

    /** Answers every question, reads the answers again and then leaves it. */
    private void stopAlmost() {
        String page = "/referrals/" + reference + "/stop";
        as(linkWorker).open(page);
        as(linkWorker).submit(page + "/reason", "answer", StopReason.values()[0].word());
        as(linkWorker).submit(page + "/told-by", "answer", ToldBy.values()[0].word());
        as(linkWorker).submit(page + "/how", "answer", ToldHow.values()[0].word());
        HttpResponse<String> last = as(linkWorker).submit(page + "/note", "answer", mark);
        String check = as(linkWorker).open(as(linkWorker).next(last)).body();
        assertThat(check).as("the answers are shown again").contains(mark);
        addresses.ofPage(check);
        unmarked("almost stopped");
    }

    /** Searches, notes what was said, sends wrong details, and fills in a referral without sending it. */
    private void findsNotesAndAlmostRefers() {
        Visitor visitor = as(linkWorker);
        String page = "/referrals/" + reference;
        String found = visitor.submit("/referrals", "who", mark).body();
        assertThat(found).contains(page);
        addresses.ofPage(found);
        LocalDate today = days.today();
        HttpResponse<String> noted = visitor.submit(
                page + "/contact",
                "request",
                UUID.randomUUID().toString(),
                "how",
                "call",
                "with",
                mark,
                "on-day",
                "" + today.getDayOfMonth(),
                "on-month",
                "" + today.getMonthValue(),
                "on-year",
                "" + today.getYear(),
                "at",
                "0:00",
                "said",
                mark);
        assertThat(visitor.next(noted)).isEqualTo(page);
        addresses.ofPage(visitor.open(page).body());
        HttpResponse<String> wrong = visitor.submit(page + "/details", "givenName", mark, "phone", mark);
        assertThat(wrong.statusCode()).isEqualTo(400);
        addresses.ofPage(wrong.body());
        String check = visitor.next(visitor.submit(
                "/referrals/new",
                ReferralForm.filled()
                        .with(
                                "practice",
                                here.practice().practice().toString(),
                                "person.givenName",
                                mark,
                                "reason.narrative",
                                mark)
                        .fields()));
        String draft = visitor.open(check).body();
        assertThat(draft).as("the answers are shown again").contains(mark);
        addresses.ofPage(draft);
        unmarked("found, noted and almost referred");
    }

    /** A job fails on a database error that quotes the person: the worst that a failure can carry. */
    private void failingJob(UUID placement) throws SQLException {
        asOwner("create function app.quote_the_person() returns trigger language plpgsql as"
                + " $$ begin raise exception '%', '" + mark + "'; end $$");
        asOwner("create trigger quote_the_person before update on app.placement for each row when (old.id = '"
                + placement + "') execute function app.quote_the_person()");
        try {
            Job lapse = management.createJobQuery().timers().list().stream()
                    .filter(job -> placementOf(job).equals(placement.toString()))
                    .filter(job -> job.getDuedate().toInstant().isAfter(days.endOfDayIn(9)))
                    .findFirst()
                    .orElseThrow();
            assertThatThrownBy(() -> management.executeJob(lapse.getId())).hasMessageNotContaining(mark);
            assertThat(management
                            .createJobQuery()
                            .jobId(lapse.getId())
                            .singleResult()
                            .getExceptionMessage())
                    .as("the failure is recorded, by code and reference")
                    .isNotBlank()
                    .doesNotContain(mark);
            unmarked("a failed job");
        } finally {
            asOwner("drop trigger quote_the_person on app.placement");
            asOwner("drop function app.quote_the_person()");
        }
    }

    private String placementOf(Job job) {
        return runtime.createProcessInstanceQuery()
                .processInstanceId(job.getProcessInstanceId())
                .singleResult()
                .getBusinessKey();
    }

    private void asOwner(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(
                        database.url(),
                        database.owner().username(),
                        database.owner().password());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Three times: the plan's own processes are found by their task, since only they wait for this person now. */
    private void followUps(ReferralId referral) {
        for (int number = 0; number < 3; number++) {
            new TimePasses(context).untilFollowUp(referral);
            runJobs();
            OpenTask open = port.openTasks(linkWorker.actor()).stream()
                    .filter(task -> task.key().equals("hold-follow-up"))
                    .findFirst()
                    .orElseThrow();
            answer(open.subject(), "hold-follow-up", linkWorker, answers.followUp());
        }
    }

    private void mailsAreUnmarked() {
        outbox.sendDue();
        List<CaughtMail> ofThisTest = mails.newest(1_000, Optional.empty()).stream()
                .filter(mail -> mail.to().contains(marks.mail())
                        || mail.to().contains(organiser.account().mail().text())
                        || whole(mail).contains(reference))
                .toList();
        ofThisTest.forEach(mail -> addresses.ofMail(whole(mail)));
        assertThat(ofThisTest.stream().filter(mail -> mail.to().contains(marks.mail())))
                .as("mails to the person")
                .isNotEmpty();
        List<CaughtMail> toOthers = ofThisTest.stream()
                .filter(mail -> !mail.to().contains(marks.mail()))
                .toList();
        assertThat(toOthers).as("mails to practice and organiser").hasSizeGreaterThanOrEqualTo(3);
        assertThat(toOthers)
                .allSatisfy(mail ->
                        assertThat(marks.in(whole(mail))).as(mail.subject()).isEmpty());
    }

    private Visitor as(People.Person person) {
        return visitors.computeIfAbsent(person, somebody -> {
            Visitor visitor = new Visitor(httpPort);
            visitor.signIn(somebody);
            return visitor;
        });
    }

    private static String whole(CaughtMail mail) {
        StringBuilder whole = new StringBuilder(mail.to() + mail.subject() + mail.messageId());
        mail.plain().ifPresent(whole::append);
        mail.html().ifPresent(whole::append);
        mail.attachments().forEach(part -> whole.append(new String(part.content(), StandardCharsets.UTF_8)));
        return whole.toString();
    }
}
