package org.commonground.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.commonground.account.Actor;
import org.commonground.account.Role;
import org.commonground.correspondence.outbox.Outbox;
import org.commonground.group.CloseGroup;
import org.commonground.group.ClosureKind;
import org.commonground.group.ClosureReason;
import org.commonground.group.Closures;
import org.commonground.group.GroupId;
import org.commonground.neighbourhood.PracticeKey;
import org.commonground.placement.PlacementId;
import org.commonground.placement.Placements;
import org.commonground.placement.ending.StopReason;
import org.commonground.placement.ending.StopReferral;
import org.commonground.placement.ending.Stops;
import org.commonground.placement.ending.ToldBy;
import org.commonground.placement.ending.ToldHow;
import org.commonground.platform.embedded.CaughtMail;
import org.commonground.platform.embedded.CaughtMails;
import org.commonground.platform.persistence.InOneTransaction;
import org.commonground.platform.personal.MailAddress;
import org.commonground.platform.personal.Narrative;
import org.commonground.platform.personal.PersonName;
import org.commonground.platform.time.WorkingDays;
import org.commonground.referral.Reference;
import org.commonground.referral.Referral;
import org.commonground.referral.Referrals;
import org.commonground.referral.details.ChangeDetails;
import org.commonground.referral.details.PersonDetails;
import org.commonground.testing.CommonGroundTest;
import org.commonground.testing.Filled;
import org.commonground.testing.InventedGroup;
import org.commonground.testing.Neighbourhood;
import org.commonground.testing.People;
import org.commonground.testing.TimePasses;
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
 * What {@link PersonalDataTest} holds for the straight way, for what stands beside it: letters and calls, a closed group,
 * leaving, consents, details and proposals, for somebody to whom no mail may go.
 */
@CommonGroundTest
class PersonalDataAsideTest {

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
    private InOneTransaction once;

    @Autowired
    private JdbcClient jdbc;

    @LocalServerPort
    private int httpPort;

    private final Marks marks = Marks.ofSomebodyNew();
    private final String mark = marks.word();

    private MarkedAnswers answers;
    private LogCatcher log;
    private Addresses addresses;
    private EngineTables tables;
    private Neighbourhood here;
    private People.Person linkWorker;
    private People.Person organiser;
    private Visitor visitor;
    private GroupId group;
    private Referral referral;
    private String page;

    @BeforeEach
    void somebodyIsReferred() {
        log = new LogCatcher();
        addresses = new Addresses(context);
        tables = new EngineTables(jdbc);
        answers = new MarkedAnswers(marks, days);
        here = Neighbourhood.in(context);
        linkWorker = People.in(context).inTeam(here.team().id(), Role.LINK_WORKER);
        visitor = new Visitor(httpPort);
        visitor.signIn(linkWorker);
        group = InventedGroup.singers().in(context);
        organiser = People.in(context).organiserOf(group.value());
        referral = refer();
        page = "/referrals/" + referral.reference();
    }

    @AfterEach
    void close() {
        log.close();
        addresses.close();
    }

    @Test
    void no_mark_is_left_by_letters_calls_a_closed_group_leaving_consents_details_and_proposals() {
        Map<String, Object> reached = new HashMap<>(answers.contact("reached"));
        reached.remove("mayMail");
        answer(referral.id().value(), "make-contact", linkWorker, reached);
        letterThenCall();
        Map<String, Object> conversation = new HashMap<>(answers.conversation());
        conversation.put("capacity", "yes");
        conversation.put("mail", false);
        answer(referral.id().value(), "hold-conversation", linkWorker, conversation);
        PlacementId placement = attended();
        detailsAndProposal();
        closedGroup(placement);
        leaving();
        consents();
        once.run(() -> context.getBean(Stops.class)
                .stop(
                        new StopReferral(
                                referral.id(), StopReason.MOVED, ToldBy.PERSON, ToldHow.CALL, new Narrative(mark)),
                        linkWorker.actor()));
        unmarked("stopped");
        mailsAreUnmarked();
    }

    /** The appointment goes by letter, which cannot be posted, and then in a call. */
    private void letterThenCall() {
        outbox.sendDue();
        UUID mail = jdbc.sql("select id from message where recipient_id = :referral and state = 'other-way'")
                .param("referral", referral.id().value())
                .query(UUID.class)
                .single();
        runJobs();
        HttpResponse<String> letter = visitor.open("/letters/" + mail);
        assertThat(letter.statusCode()).isEqualTo(200);
        assertThat(letter.headers().map().toString().toLowerCase()).doesNotContain(mark.toLowerCase());
        assertThat(visitor.open("/letters/" + mail + "?print=large").statusCode())
                .isEqualTo(200);
        answer(mail, "post-letter", linkWorker, Map.of("told", "could-not"));
        answer(mail, "call-person", linkWorker, Map.of("told", "told"));
    }

    private PlacementId attended() {
        answer(referral.id().value(), "choose-groups", linkWorker, answers.choice(group));
        PlacementId placement =
                context.getBean(Placements.class).open(referral.id()).get(0).id();
        answer(placement.value(), "check-person-side", linkWorker, answers.personSide("none"));
        answer(placement.value(), "answer-offer", organiser, answers.offer());
        answer(placement.value(), "ask-person", linkWorker, answers.personSays());
        new TimePasses(context).untilFirstSession(placement);
        answer(placement.value(), "record-first-session", organiser, answers.firstSession());
        return placement;
    }

    private void detailsAndProposal() {
        for (String below : List.of("/details", "/group", "/contact", "/other-groups", "/leaving", "/consents")) {
            addresses.ofPage(visitor.open(page + below).body());
        }
        PersonDetails details = context.getBean(PersonDetails.class);
        ChangeDetails now = details.of(referral.id());
        once.run(() -> details.change(
                referral.id(),
                now.mark(),
                Filled.with(
                        now, "calledName", new PersonName(mark + "y"), "mail", new MailAddress("new-" + marks.mail())),
                linkWorker.actor()));
        GroupId other = InventedGroup.singers().in(context);
        HttpResponse<String> proposed = visitor.submit(page + "/group", "group", other.toString());
        assertThat(visitor.next(proposed)).isEqualTo(page);
        assertThat(visitor.submit(page + "/group", "group", mark).statusCode()).isEqualTo(400);
        unmarked("details and proposal");
    }

    private void closedGroup(PlacementId placement) {
        Actor.SignedIn administrator =
                People.in(context).with(Role.ADMINISTRATOR).actor();
        once.run(() -> context.getBean(Closures.class)
                .close(
                        new CloseGroup(group, ClosureKind.SUSPENDED, ClosureReason.values()[0], days.today()),
                        administrator));
        runJobs();
        answer(placement.value(), "find-another", linkWorker, Map.of("next", "stays", "note", mark));
    }

    private void leaving() {
        HttpResponse<String> wrong = visitor.submit(page + "/leaving", "note", mark, "because", mark);
        assertThat(wrong.statusCode()).isEqualTo(400);
        addresses.ofPage(wrong.body());
        HttpResponse<String> left = visitor.submit(page + "/leaving", "because", "other", "note", mark);
        assertThat(visitor.next(left)).isEqualTo(page + "/leaving/recorded");
        unmarked("left");
    }

    private void consents() {
        assertThat(visitor.submit(page + "/consents", "answer", mark).statusCode())
                .isEqualTo(400);
        for (String consent : List.of("feedback", group.toString())) {
            HttpResponse<String> chosen = visitor.submit(page + "/consents", "answer", consent);
            assertThat(visitor.next(chosen)).isEqualTo(page + "/consents/check");
            addresses.ofPage(visitor.open(page + "/consents/check").body());
            addresses.ofPage(visitor.open(visitor.next(visitor.submit(page + "/consents/check")))
                    .body());
        }
        addresses.ofPage(visitor.open(page).body());
        unmarked("consents");
    }

    private Referral refer() {
        PracticeKey practice = here.practice();
        String login = Base64.getEncoder()
                .encodeToString((practice.odsCode() + ":" + practice.key()).getBytes(StandardCharsets.UTF_8));
        String noMail = answers.message()
                .replace("\"mail\": \"safe\"", "\"mail\": \"unsafe\", \"letter\": \"safe\"")
                .replace("\"mail\": true", "\"mail\": false");
        HttpResponse<String> answer = new Visitor(httpPort)
                .send(
                        "POST",
                        "/api/referrals",
                        BodyPublishers.ofString(noMail),
                        "Authorization",
                        "Basic " + login,
                        "Content-Type",
                        "application/json");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        String reference = new Visitor(httpPort).next(answer).replaceFirst(".*/", "");
        return Reference.parse(reference)
                .flatMap(context.getBean(Referrals.class)::byReference)
                .orElseThrow();
    }

    private void answer(UUID subject, String task, People.Person person, Map<String, Object> answer) {
        runJobs();
        OpenTask open = port.openTasksAbout(subject).stream()
                .filter(candidate -> candidate.key().equals(task))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no task " + task + " but " + port.openTasksAbout(subject)));
        port.prefill(open.id(), person.actor());
        port.takeOver(open.id(), person.actor());
        port.submit(open.id(), answer, person.actor());
        unmarked("after " + task);
    }

    private void unmarked(String moment) {
        runJobs();
        assertThat(tables.holding(marks)).as("tables: " + moment).isEmpty();
        assertThat(log.holding(marks)).as("log: " + moment).isEmpty();
        assertThat(addresses.holding(marks)).as("addresses: " + moment).isEmpty();
    }

    private void runJobs() {
        List<Job> due;
        do {
            due =
                    runtime
                            .createProcessInstanceQuery()
                            .variableValueEquals(
                                    "reference", referral.reference().text())
                            .list()
                            .stream()
                            .flatMap(
                                    process -> management
                                            .createJobQuery()
                                            .processInstanceId(process.getId())
                                            .executable()
                                            .active()
                                            .list()
                                            .stream())
                            .toList();
            due.forEach(job -> management.executeJob(job.getId()));
        } while (!due.isEmpty());
    }

    /** No mail to anybody knows the person, who gets none. */
    private void mailsAreUnmarked() {
        outbox.sendDue();
        List<String> whole = new ArrayList<>();
        for (CaughtMail mail : context.getBean(CaughtMails.class).newest(1_000, Optional.empty())) {
            String text = mail.to()
                    + mail.subject()
                    + mail.plain().orElse("")
                    + mail.html().orElse("");
            if (text.contains(referral.reference().text()) || !marks.in(text).isEmpty()) {
                whole.add(text);
            }
        }
        assertThat(whole).as("mails about this referral").isNotEmpty();
        assertThat(whole).allSatisfy(text -> assertThat(marks.in(text)).isEmpty());
    }
}
