package org.commonground.web.referral;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import org.commonground.account.Actor;
import org.commonground.account.Role;
import org.commonground.crisis.Crises;
import org.commonground.crisis.Crisis;
import org.commonground.crisis.CrisisId;
import org.commonground.crisis.CrisisKind;
import org.commonground.crisis.DeclareCrisis;
import org.commonground.crisis.Reach;
import org.commonground.crisis.SaidBy;
import org.commonground.crisis.SpeakWithPractice;
import org.commonground.group.GroupId;
import org.commonground.platform.Ids;
import org.commonground.platform.personal.Narrative;
import org.commonground.platform.personal.PersonName;
import org.commonground.platform.personal.Trait;
import org.commonground.referral.Outcome;
import org.commonground.referral.ReferralId;
import org.commonground.referral.Referrals;
import org.commonground.referral.SentBackReason;
import org.commonground.referral.Standing;
import org.commonground.referral.duplicate.DuplicateAnswer;
import org.commonground.referral.duplicate.Duplicates;
import org.commonground.referral.duplicate.LookAtDuplicate;
import org.commonground.safeguarding.Concerns;
import org.commonground.safeguarding.RaiseConcern;
import org.commonground.testing.CommonGroundTest;
import org.commonground.testing.Here;
import org.commonground.testing.Invented;
import org.commonground.testing.InventedGroup;
import org.commonground.testing.People;
import org.commonground.testing.Placing;
import org.commonground.testing.Visitor;
import org.commonground.workflow.tasks.OpenTask;
import org.commonground.workflow.tasks.TaskPort;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** Sending back, requests that were joined, earlier referrals and crises on the pages, as each role. */
@CommonGroundTest
class TriagePagesTest {

    private static final String SAID = "She does not want to wake up tomorrow.";

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext context;

    @Autowired
    Referrals referrals;

    @Autowired
    Crises crises;

    private Placing placing;
    private People people;
    private Invented invented;
    private ReferralId referral;
    private String page;

    @BeforeEach
    void settle() {
        placing = Placing.in(context);
        people = People.in(context);
        invented = Invented.referral();
        referral = placing.referral(invented);
        page = "/referrals/" + referrals.find(referral).reference();
    }

    @Test
    void the_crisis_page_says_whom_to_call_before_it_asks_anything() {
        String html = linkWorker().open(page + "/crisis").body();

        assertThat(html.indexOf("tel:999")).isPositive().isLessThan(html.indexOf("<form method=\"post\""));
        assertThat(html.indexOf("tel:111")).isPositive().isLessThan(html.indexOf("name=\"kind\""));
        assertThat(linkWorker().open(page).body()).contains(page + "/crisis");
    }

    @Test
    void a_crisis_that_lacks_something_is_sent_back_with_links_to_the_fields() {
        HttpResponse<String> answer = linkWorker().submit(page + "/crisis", "said", " ", "kind", "unheard-of");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body())
                .contains("Error: The person is in crisis", "href=\"#kind\"", "href=\"#said\"", "href=\"#saidBy\"")
                .contains("Choose what it is about", "Say what was said or seen", "Choose who said it", "999");
        assertThat(crises.of(referral)).isEmpty();
    }

    @Test
    void a_declared_crisis_stands_first_on_the_page_until_somebody_has_confirmed() {
        Visitor linkWorker = linkWorker();
        HttpResponse<String> sent = declare(linkWorker, "");
        assertThat(linkWorker.next(sent)).isEqualTo(page + "/crisis/declared");
        assertThat(linkWorker.open(page + "/crisis/declared").body())
                .contains("The crisis is declared", "999")
                .doesNotContain(SAID);
        assertThat(linkWorker.open(page).body())
                .contains(
                        "nobody at the practice has confirmed yet", SAID, "Somebody said that the person is in crisis");

        Crisis crisis = crises.of(referral).get(0);
        crises.confirm(
                crisis.id(),
                new SpeakWithPractice(
                        new PersonName("Dr Ada Dutiful"), new Trait("duty doctor"), new Narrative("Calls her now")),
                placing.linkWorker());
        assertThat(linkWorker.open(page).body())
                .contains("Dr Ada Dutiful, duty doctor", "Calls her now")
                .doesNotContain("has confirmed yet");
        assertThat(referrals.find(referral).isOpen()).as("it ends nothing").isTrue();
    }

    @Test
    void an_organiser_who_was_asked_declares_it_and_sees_nothing_else() throws Exception {
        GroupId group = InventedGroup.singers().in(context);
        Visitor organiser = signedIn(people.organiserOf(group.value()));
        assertThat(organiser.open(page + "/crisis").statusCode()).isEqualTo(404);
        placing.offered(referral, group);

        assertThat(organiser.open(page).body()).contains(page + "/crisis", "999");
        HttpResponse<String> sent = declare(organiser, "");
        assertThat(organiser.open(organiser.next(sent)).body())
                .contains("The link workers speak with the practice")
                .doesNotContain("Wilhelmina", "Testerton");
        assertThat(crises.of(referral)).hasSize(1);
        assertThat(organiser.open(page).body()).doesNotContain(SAID);
    }

    /** Safeguarding and clinical supervision are in no team: the task in front of them is their way in. */
    @Test
    void whoever_has_a_task_about_it_declares_it_by_that_task_alone() {
        People.Person lead = people.with(Role.SAFEGUARDING_LEAD);
        crises.escalate(declared(), Reach.SUPERVISORS);
        TaskPort port = context.getBean(TaskPort.class);
        OpenTask foreign = port.openTasksAbout(referral.value()).get(0);
        Visitor visitor = signedIn(lead);

        assertThat(visitor.open(page + "/crisis").statusCode()).isEqualTo(404);
        assertThat(visitor.open(page + "/crisis?task=" + foreign.id()).statusCode())
                .as("a task that is not theirs")
                .isEqualTo(404);
        String theirs = concernTask();
        assertThat(visitor.open(page + "/crisis?task=" + theirs).statusCode()).isEqualTo(200);
        assertThat(visitor.open("/referrals/"
                                + referrals.find(placing.referral()).reference() + "/crisis?task=" + theirs)
                        .statusCode())
                .as("a task about another referral")
                .isEqualTo(404);
        assertThat(visitor.open(page).statusCode()).isEqualTo(404);
        int before = crises.of(referral).size();
        HttpResponse<String> sent = declare(visitor, "?task=" + theirs);
        assertThat(visitor.open(visitor.next(sent)).statusCode()).isEqualTo(200);
        assertThat(crises.of(referral)).hasSize(before + 1);
        assertThat(visitor.get("/tasks/" + theirs + "/panel").body()).contains(page + "/crisis?task=");
    }

    @Test
    void for_everybody_else_it_does_not_exist() {
        for (People.Person stranger : List.of(
                people.with(Role.LINK_WORKER),
                people.with(Role.ADMINISTRATOR),
                people.with(Role.CLINICAL_SUPERVISOR))) {
            for (String below :
                    List.of("/crisis", "/crisis?task=1", "/crisis/declared", "/send-back", "/send-back/done")) {
                assertThat(signedIn(stranger).open(page + below).statusCode()).isEqualTo(404);
            }
        }
    }

    @Test
    void a_referral_is_sent_back_with_a_reason_that_the_page_and_the_story_say() {
        Visitor linkWorker = linkWorker();
        assertThat(linkWorker.open(page).body()).contains(page + "/send-back");
        for (String reason : List.of("", "too-young", "already-in-the-service")) {
            HttpResponse<String> wrong = linkWorker.submit(page + "/send-back", "reason", reason);
            assertThat(wrong.statusCode()).as(reason).isEqualTo(400);
            assertThat(wrong.body()).contains("Choose why it goes back", "href=\"#reason\"");
        }
        HttpResponse<String> sent = linkWorker.submit(page + "/send-back", "reason", "more-information-needed");

        assertThat(linkWorker.open(linkWorker.next(sent)).body()).contains("sent back to the practice");
        assertThat(referrals.find(referral).outcome()).contains(Outcome.SENT_BACK);
        assertThat(referrals.find(referral).sentBackFor()).contains(SentBackReason.MORE_INFORMATION_NEEDED);
        assertThat(linkWorker.open(page).body())
                .contains(SentBackReason.MORE_INFORMATION_NEEDED.label())
                .doesNotContain(page + "/send-back");
        assertThat(linkWorker.next(linkWorker.open(page + "/send-back")))
                .as("a second time")
                .isEqualTo(page + "/send-back/done");
    }

    @Test
    void once_groups_are_chosen_the_page_says_what_to_do_instead() {
        referrals.stands(referral, Standing.CHOOSING);

        assertThat(linkWorker().open(page).body()).doesNotContain(page + "/send-back");
        assertThat(linkWorker().open(page + "/send-back").body()).contains("Stop the referral");
    }

    @Test
    void a_request_that_was_joined_is_shown_with_what_it_asked_for() {
        ReferralId joined =
                placing.referral(Invented.referral().person(invented.message().person()));
        context.getBean(Duplicates.class)
                .decide(joined, new LookAtDuplicate(DuplicateAnswer.JOIN, null), placing.linkWorker());

        assertThat(linkWorker().open(page).body())
                .contains("Also asked for", "Alone since her husband died")
                .contains("Another request for the same person was added");
    }

    @Test
    void an_earlier_referral_is_linked_for_its_team() {
        referrals.close(referral, Outcome.DECLINED, Actor.SYSTEM);
        ReferralId again =
                placing.referral(Invented.referral().person(invented.message().person()));

        assertThat(linkWorker()
                        .open("/referrals/" + referrals.find(again).reference())
                        .body())
                .contains("Here before", page);
    }

    @Test
    void a_crisis_that_nobody_has_confirmed_stands_among_the_open_tasks() {
        declared();
        assertThat(linkWorker().open(page).body()).contains("Speak with the practice’s duty clinician today");
    }

    private CrisisId declared() {
        return crises.declare(
                new DeclareCrisis(Ids.next(), referral, CrisisKind.OTHER, new Narrative(SAID), SaidBy.PERSON),
                placing.linkWorker());
    }

    /** A task about this referral that is open to the safeguarding lead. */
    private String concernTask() {
        var concern = context.getBean(Concerns.class)
                .raise(
                        new RaiseConcern(Ids.next(), referral.value(), null, false, new Narrative("Bruises"), null),
                        Here.in(context),
                        placing.linkWorker());
        return context.getBean(TaskPort.class)
                .openTasksAbout(concern.value())
                .get(0)
                .id();
    }

    private HttpResponse<String> declare(Visitor visitor, String query) {
        return visitor.submit(page + "/crisis" + query, "kind", "risk-to-self", "said", SAID, "saidBy", "person");
    }

    private Visitor linkWorker() {
        return signedIn(people.inTeam(placing.here().team().id(), Role.LINK_WORKER));
    }

    private Visitor signedIn(People.Person person) {
        Visitor visitor = new Visitor(port);
        visitor.signIn(person);
        return visitor;
    }
}
