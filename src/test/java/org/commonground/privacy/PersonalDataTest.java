package org.commonground.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
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
import org.commonground.correspondence.Outbox;
import org.commonground.group.GroupId;
import org.commonground.group.Groups;
import org.commonground.placement.Placements;
import org.commonground.platform.embedded.CaughtMail;
import org.commonground.platform.embedded.CaughtMails;
import org.commonground.platform.persistence.DatabaseAccess;
import org.commonground.platform.personal.BirthDate;
import org.commonground.platform.personal.MailAddress;
import org.commonground.platform.personal.Narrative;
import org.commonground.platform.personal.NhsNumber;
import org.commonground.platform.personal.PersonName;
import org.commonground.platform.personal.Phone;
import org.commonground.platform.personal.PostalAddress;
import org.commonground.platform.personal.Trait;
import org.commonground.platform.time.MovableClock;
import org.commonground.platform.time.WorkingDays;
import org.commonground.referral.Ethnicity;
import org.commonground.referral.Gender;
import org.commonground.referral.GivenBy;
import org.commonground.referral.OwnNumber;
import org.commonground.referral.Receipt;
import org.commonground.referral.ReferralMessage;
import org.commonground.referral.Referrals;
import org.commonground.referral.RiskLevel;
import org.commonground.referral.Safety;
import org.commonground.referral.Urgency;
import org.commonground.safeguarding.ConcernId;
import org.commonground.safeguarding.Concerns;
import org.commonground.safeguarding.RaiseConcern;
import org.commonground.testing.CommonGroundTest;
import org.commonground.testing.InventedGroup;
import org.commonground.testing.Neighbourhood;
import org.commonground.testing.People;
import org.commonground.testing.Visitor;
import org.commonground.workflow.tasks.OpenTask;
import org.commonground.workflow.tasks.TaskPort;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * No personal data in the engine, ever (house rule 1), nor in logs, nor in mails to practices and organisers, nor
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
    private MovableClock clock;

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

    private final String mark = "Zqmark" + UUID.randomUUID().toString().replaceAll("[^a-f]", "");
    private final String phone = "07700 " + (900000 + (int) (Math.random() * 999));
    /** Everything by which the person could be known. */
    private final List<String> marks = List.of(mark, phone, "999 000 0042", "9990000042", "1937-11-29");

    private String reference;
    private LogCatcher log;
    private EngineTables tables;
    private Neighbourhood here;
    private People.Person linkWorker;
    private People.Person organiser;
    private People.Person manager;
    private Visitor inCockpit;
    private GroupId group;

    @BeforeEach
    void settle() {
        log = new LogCatcher();
        tables = new EngineTables(context.getBean(JdbcClient.class));
        here = Neighbourhood.in(context);
        People people = People.in(context);
        linkWorker = people.inTeam(here.team().id(), Role.LINK_WORKER);
        group = context.getBean(Groups.class).create(InventedGroup.singers().group(), Actor.SYSTEM);
        organiser = people.organiserOf(group.value());
        manager = people.with(Role.MANAGER);
        inCockpit = new Visitor(httpPort);
        inCockpit.signIn(manager);
    }

    @AfterEach
    void close() {
        log.close();
    }

    @Test
    void no_mark_of_the_person_reaches_the_engine_the_log_the_mails_or_the_manager() throws Exception {
        Receipt receipt = context.getBean(Referrals.class).receive(message(), null, here.actor());
        UUID referral = receipt.referral().value();
        reference = receipt.reference().toString();
        unmarked("received");
        refusedWithMarks(referral);

        answer(referral, "make-contact", linkWorker, contact("no-answer"));
        unmarked("nobody answered");
        clock.move(Duration.ofDays(10));
        answer(referral, "make-contact", linkWorker, contact("reached"));
        answer(referral, "hold-conversation", linkWorker, conversation());
        raiseAndPauseAndLift(referral);
        answer(referral, "choose-groups", linkWorker, choice());
        UUID placement = context.getBean(Placements.class)
                .open(receipt.referral())
                .get(0)
                .id()
                .value();
        answer(placement, "check-person-side", linkWorker, personSide("unresolved"));
        secondOpinion(placement);
        failingJob(placement);
        answer(placement, "answer-offer", organiser, offer());
        answer(placement, "ask-person", linkWorker, personSays());
        clock.move(Duration.ofDays(1));
        answer(placement, "record-first-session", linkWorker, Map.of("firstSession", "attended", "note", mark));
        followUps(referral);
        runJobs();
        unmarked("closed");
        assertThat(context.getBean(Referrals.class).find(receipt.referral()).outcome())
                .as("the whole way was gone")
                .isPresent();
        mailsAreUnmarked(receipt);
    }

    /** Looks everywhere at one moment, also as the manager who watches in Cockpit. */
    private void unmarked(String moment) {
        runJobs();
        outbox.sendDue();
        assertThat(tables.count()).isGreaterThan(40);
        assertThat(tables.holding(marks)).as("tables: " + moment).isEmpty();
        assertThat(log.holding(marks)).as("log: " + moment).isEmpty();
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
            assertThat(inCockpit.engine("GET", path + "?maxResults=1000", null).body())
                    .as("a manager asks for " + path + ": " + moment)
                    .doesNotContain(marks);
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
        answer(subject, task, person.actor(), answer);
    }

    private void answer(UUID subject, String task, Actor.SignedIn person, Map<String, Object> answer) {
        runJobs();
        OpenTask open = port.openTasksAbout(subject).stream()
                .filter(candidate -> candidate.key().equals(task))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no task " + task + " but " + port.openTasksAbout(subject)));
        assertThat(port.prefill(open.id(), person)).as("what the form shows").isNotEmpty();
        managerLearnsNothingOf(open);
        port.claim(open.id(), person);
        port.submit(open.id(), answer, person);
        unmarked("after " + task);
    }

    private void managerLearnsNothingOf(OpenTask task) {
        for (String path : List.of(
                "task/" + task.id(),
                "task/" + task.id() + "/form-variables",
                "task/" + task.id() + "/variables",
                "task/" + task.id() + "/rendered-form",
                "task/" + task.id() + "/comment")) {
            assertThat(inCockpit.engine("GET", path, null).body())
                    .as("a manager asks for " + path)
                    .doesNotContain(marks);
        }
        assertThat(inCockpit.get("/tasks/cards?ids=" + task.id()).body()).doesNotContain(marks);
        assertThat(inCockpit.get("/tasks/" + task.id() + "/panel").body()).doesNotContain(marks);
    }

    /** What is refused is not kept either: a wrong answer, a comment, an attachment's name, a variable. */
    private void refusedWithMarks(UUID referral) {
        OpenTask open = port.openTasksAbout(referral).get(0);
        Visitor visitor = new Visitor(httpPort);
        visitor.signIn(linkWorker);
        visitor.engine("POST", "task/" + open.id() + "/claim", "{\"userId\":\"" + linkWorker.id() + "\"}");
        HttpResponse<String> refused = visitor.engine(
                "POST",
                "task/" + open.id() + "/submit-form",
                "{\"variables\":{\"way\":{\"value\":\"" + mark + "\"},\"" + mark + "\":{\"value\":\"" + mark + "\"}}}");
        assertThat(refused.statusCode()).isEqualTo(400);
        for (String path :
                List.of("comment/create", "attachment/create", "variables/" + mark, "localVariables/" + mark)) {
            String method = path.contains("ariables") ? "PUT" : "POST";
            assertThat(visitor.engine(
                                    method,
                                    "task/" + open.id() + "/" + path,
                                    "{\"message\":\"" + mark + "\",\"value\":\"" + mark + "\"}")
                            .statusCode())
                    .as(path)
                    .isGreaterThanOrEqualTo(400);
        }
        assertThatThrownBy(() -> port.submit(open.id(), Map.of("way", mark), linkWorker.actor()))
                .hasMessageNotContaining(mark);
        visitor.engine("POST", "task/" + open.id() + "/unclaim", "{}");
        unmarked("after refusals");
    }

    private void raiseAndPauseAndLift(UUID referral) {
        People.Person lead = People.in(context).with(Role.SAFEGUARDING_LEAD);
        ConcernId concern = context.getBean(Concerns.class)
                .raise(
                        new RaiseConcern(UUID.randomUUID(), referral, null, false, new Narrative(mark), null),
                        linkWorker.actor());
        Map<String, Object> review = new HashMap<>();
        review.put("decision", "pause");
        review.put("reasons", mark);
        review.put("localAuthorityTold", false);
        review.put("namedPerson", mark);
        answer(concern.value(), "review-concern", lead, review);
        answer(concern.value(), "lift-pause", lead, Map.of("reason", mark));
    }

    private void secondOpinion(UUID placement) {
        People.Person supervisor = People.in(context).with(Role.CLINICAL_SUPERVISOR);
        answer(placement, "give-second-opinion", supervisor, Map.of("verdict", "go-ahead", "reason", mark));
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
    private void followUps(UUID referral) {
        for (int weeks : List.of(2, 4, 6)) {
            clock.move(Duration.ofDays(weeks * 7L + 1));
            runJobs();
            OpenTask open = port.openTasks(linkWorker.actor()).stream()
                    .filter(task -> task.key().equals("hold-follow-up"))
                    .findFirst()
                    .orElseThrow();
            answer(open.subject(), "hold-follow-up", linkWorker, followUp());
        }
    }

    private void mailsAreUnmarked(Receipt receipt) {
        String person = mark.toLowerCase() + "@person.example";
        List<CaughtMail> ofThisTest = mails.newest(1_000, Optional.empty()).stream()
                .filter(mail -> mail.to().contains(person)
                        || mail.to().contains(organiser.account().mail().text())
                        || whole(mail).contains(receipt.reference().toString()))
                .toList();
        assertThat(ofThisTest.stream().filter(mail -> mail.to().contains(person)))
                .as("mails to the person")
                .isNotEmpty();
        List<CaughtMail> toOthers =
                ofThisTest.stream().filter(mail -> !mail.to().contains(person)).toList();
        assertThat(toOthers).as("mails to practice and organiser").hasSizeGreaterThanOrEqualTo(3);
        assertThat(toOthers).allSatisfy(mail -> assertThat(whole(mail)).doesNotContain(marks));
    }

    private static String whole(CaughtMail mail) {
        StringBuilder whole = new StringBuilder(mail.to() + mail.subject() + mail.messageId());
        mail.plain().ifPresent(whole::append);
        mail.html().ifPresent(whole::append);
        mail.attachments().forEach(part -> whole.append(new String(part.content(), StandardCharsets.UTF_8)));
        return whole.toString();
    }

    private ReferralMessage message() {
        return new ReferralMessage(
                new OwnNumber(mark),
                Urgency.ROUTINE,
                new ReferralMessage.Who(
                        new NhsNumber("999 000 0042"),
                        null,
                        new PersonName(mark),
                        new PersonName(mark),
                        new PersonName(mark),
                        new BirthDate(LocalDate.of(1937, 11, 29)),
                        Gender.WOMAN,
                        Ethnicity.PREFER_NOT_TO_SAY,
                        new PostalAddress(mark + "\nEX1 1AA"),
                        new Phone(phone),
                        null,
                        new MailAddress(mark.toLowerCase() + "@person.example"),
                        new Trait(mark),
                        false),
                new ReferralMessage.Contact(
                        Safety.SAFE,
                        Safety.UNSAFE,
                        Safety.UNKNOWN,
                        Safety.SAFE,
                        null,
                        new Narrative(mark),
                        new Narrative(mark)),
                new ReferralMessage.Referrer(new PersonName(mark), new Trait(mark)),
                new ReferralMessage.Reason(new Narrative(mark), List.of(org.commonground.group.Need.LONELINESS)),
                new ReferralMessage.Requirements(List.of(), new Narrative(mark)),
                new ReferralMessage.Risk(RiskLevel.MANAGED, new Narrative(mark), new Narrative(mark)),
                new ReferralMessage.Agreement(
                        true,
                        GivenBy.ATTORNEY_OR_DEPUTY,
                        new PersonName(mark),
                        new Narrative(mark),
                        true,
                        true,
                        false));
    }

    private Map<String, Object> contact(String result) {
        Map<String, Object> contact = new HashMap<>(Map.of("way", "call", "result", result));
        if (result.equals("reached")) {
            contact.put("conversationOn", days.after(days.today(), 1).toString());
            contact.put("conversationAt", "10:30");
            contact.put("conversationPlace", mark);
            contact.put("mayMail", true);
        }
        return contact;
    }

    private Map<String, Object> measures() {
        Map<String, Object> answers = new HashMap<>();
        List.of("satisfied", "worthwhile", "happy", "anxious").forEach(scale -> answers.put(scale, "5"));
        List.of("companionship", "leftOut", "isolated").forEach(scale -> answers.put(scale, "2"));
        answers.put("lonely", "not-asked-too-upset");
        return answers;
    }

    private Map<String, Object> conversation() {
        Map<String, Object> answers = measures();
        answers.put("result", "go-ahead");
        answers.put("needs", List.of("loneliness"));
        answers.put("whatMatters", mark);
        answers.put("support", List.of("step-free"));
        answers.put("days", List.of("tuesday"));
        answers.put("times", List.of("afternoon"));
        answers.put("travel", "anywhere");
        answers.put("shareRisks", true);
        answers.put("feedback", true);
        answers.put("mail", true);
        answers.put("text", false);
        answers.put("consentBy", "best-interests");
        answers.put("decidedBy", mark);
        answers.put("grounds", mark);
        return answers;
    }

    private Map<String, Object> choice() {
        List<String> chosen = List.of(group.toString());
        return Map.of(
                "choice", "try",
                "groups", chosen,
                "shareWith", chosen,
                "consentBy", "best-interests",
                "consentDecidedBy", mark,
                "consentGrounds", mark);
    }

    private Map<String, Object> personSide(String risk) {
        Map<String, Object> side = new HashMap<>();
        List.of("communication", "mobility", "transport", "health", "companion", "riskNote", "instruction")
                .forEach(field -> side.put(field, mark));
        side.put("support", List.of("step-free"));
        side.put("riskToSelf", "none");
        side.put("riskToOthers", "none");
        side.put("riskFromOthers", risk);
        side.put("riskOnVisit", "none");
        side.put("safeguarding", false);
        side.put("crisis", false);
        side.put("shareRisks", true);
        side.put("consentBy", "best-interests");
        side.put("consentDecidedBy", mark);
        side.put("consentGrounds", mark);
        side.put("signed", true);
        return side;
    }

    private Map<String, Object> offer() {
        return Map.of(
                "support",
                "yes",
                "enoughPeople",
                true,
                "placeSuits",
                true,
                "contactOnDay",
                mark,
                "answer",
                "accepted",
                "note",
                mark);
    }

    private Map<String, Object> personSays() {
        return Map.of(
                "personSays",
                "yes",
                "note",
                mark,
                "firstSessionOn",
                days.after(days.today(), 1).toString(),
                "firstSessionAt",
                "14:00",
                "meetingPlace",
                mark,
                "metBy",
                mark,
                "accompanied",
                false);
    }

    private Map<String, Object> followUp() {
        Map<String, Object> answers = measures();
        answers.put("reached", true);
        answers.put("way", "call");
        answers.put("stillGoing", "yes");
        answers.put("howItGoes", mark);
        answers.put("whatNext", mark);
        answers.put("goals", mark);
        answers.put("consentReminded", true);
        return answers;
    }
}
