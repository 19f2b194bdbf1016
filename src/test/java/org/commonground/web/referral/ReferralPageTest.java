package org.commonground.web.referral;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonground.account.Role;
import org.commonground.conversation.notebook.Entry;
import org.commonground.conversation.notebook.Notebooks;
import org.commonground.conversation.talk.Conversations;
import org.commonground.correspondence.MessageKind;
import org.commonground.correspondence.outbox.Outbox;
import org.commonground.group.GroupId;
import org.commonground.group.Support;
import org.commonground.placement.EndReason;
import org.commonground.placement.Placement;
import org.commonground.placement.PlacementId;
import org.commonground.placement.Placements;
import org.commonground.placement.check.SafetyChecks;
import org.commonground.platform.Ids;
import org.commonground.platform.persistence.InOneTransaction;
import org.commonground.platform.personal.Narrative;
import org.commonground.platform.personal.PersonName;
import org.commonground.platform.time.InWords;
import org.commonground.platform.time.WorkingDays;
import org.commonground.referral.Outcome;
import org.commonground.referral.ReferralId;
import org.commonground.referral.Referrals;
import org.commonground.referral.RiskLevel;
import org.commonground.referral.Standing;
import org.commonground.safeguarding.ConcernId;
import org.commonground.safeguarding.Concerns;
import org.commonground.safeguarding.Decision;
import org.commonground.safeguarding.RaiseConcern;
import org.commonground.safeguarding.ReviewConcern;
import org.commonground.testing.CommonGroundTest;
import org.commonground.testing.Filled;
import org.commonground.testing.Here;
import org.commonground.testing.Invented;
import org.commonground.testing.InventedGroup;
import org.commonground.testing.People;
import org.commonground.testing.Placing;
import org.commonground.testing.Said;
import org.commonground.testing.Visitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The page of a referral and its two actions, over HTTP, as each role. */
@CommonGroundTest
class ReferralPageTest {

    private static final Pattern REQUEST = Pattern.compile("name=\"request\" value=\"([^\"]+)\"");
    private static final String SEEN = "A neighbour takes her pension card.";

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext context;

    @Autowired
    Referrals referrals;

    @Autowired
    Placements placements;

    @Autowired
    Concerns concerns;

    @Autowired
    JdbcClient jdbc;

    private Placing placing;
    private People people;
    private ReferralId referral;
    private String page;

    @BeforeEach
    void settle() {
        placing = Placing.in(context);
        people = People.in(context);
        referral = placing.referral();
        page = "/referrals/" + referrals.find(referral).reference();
    }

    @Test
    void the_team_sees_who_it_is_how_to_reach_them_safely_and_where_it_stands() {
        String html = linkWorker().open(page).body();

        assertThat(html)
                .contains("Wilhelmina Testerton")
                .contains("Safe<")
                .contains("01632 960018")
                .contains("Do not use it")
                .contains("Her sister Agatha, who knows")
                .contains("The practice sent the referral")
                .contains("Received")
                .contains(page + "/stop")
                .contains(page + "/concern");
        assertThat(html.indexOf("Safe<")).isLessThan(html.indexOf("Not safe"));
        assertThat(html)
                .as("an address that is not known to be safe is not shown")
                .doesNotContain("Invented Row");
    }

    @Test
    void before_a_visit_the_team_reads_what_is_known_about_risk() throws Exception {
        referral = placing.referral(Invented.referral().risk(RiskLevel.MANAGED, "A loose dog <b>", null));
        page = "/referrals/" + referrals.find(referral).reference();
        assertThat(linkWorker().open(page).body())
                .contains("managed: A loose dog &lt;b&gt;")
                .doesNotContain("Risk in the safety check");

        PlacementId placement =
                placing.choose(referral, InventedGroup.singers().in(context)).get(0);
        context.getBean(SafetyChecks.class)
                .check(
                        placement,
                        Placing.side(RiskLevel.MANAGED, "Her phone stays on", true, List.of(Support.STEP_FREE)),
                        placing.linkWorker());
        assertThat(linkWorker().open(page).body())
                .contains("Risk in the safety check", "from others managed", "Her nephew has shouted at her");
    }

    @Test
    void what_matters_stands_there_from_the_first_conversation_on() {
        assertThat(linkWorker().open(page).body()).doesNotContain("What matters to them");

        Conversations conversations = context.getBean(Conversations.class);
        conversations.hold(
                referral,
                Filled.with(
                        Said.talkAgain(
                                context.getBean(WorkingDays.class).today().plusDays(7)),
                        "whatMatters",
                        new Narrative("To hear a choir")),
                placing.linkWorker());
        assertThat(linkWorker().open(page).body()).contains("What matters to them", "To hear a choir");

        conversations.hold(referral, Said.goAhead(), placing.linkWorker());
        assertThat(linkWorker().open(page).body())
                .contains(
                        "Singing with others again",
                        "Feeling lonely or cut off, Arts, crafts",
                        "Tuesday, Thursday",
                        "A short ride by bus or car",
                        "Welsh and Somali")
                .doesNotContain("To hear a choir");
    }

    @Test
    void what_is_written_down_stands_there_and_an_action_is_ticked_done() throws Exception {
        Notebooks notebooks = context.getBean(Notebooks.class);
        LocalDate by = context.getBean(WorkingDays.class).today().plusWeeks(3);
        notebooks.write(
                referral,
                new Entry(
                        Narrative.of("Rather in the mornings <b>"),
                        Narrative.of("To sing again"),
                        Narrative.of("Ring the choir, Jo, " + by),
                        null),
                placing.linkWorker());
        Visitor linkWorker = linkWorker();
        assertThat(linkWorker.open(page).body())
                .contains(
                        "Rather in the mornings &lt;b&gt;",
                        "To sing again",
                        "Ring the choir",
                        "Jo, by " + InWords.date(by));

        String done = page + "/actions/" + notebooks.of(referral).open().get(0).id() + "/done";
        Visitor stranger = signedIn(people.with(Role.LINK_WORKER));
        assertThat(send(stranger, done).statusCode()).isEqualTo(404);
        assertThat(send(linkWorker, page + "/actions/nothing/done").statusCode())
                .isEqualTo(404);
        assertThat(notebooks.of(referral).open()).hasSize(1);
        assertThat(linkWorker.next(send(linkWorker, done))).startsWith(page);
        assertThat(notebooks.of(referral).open()).isEmpty();
        assertThat(linkWorker.open(page).body())
                .contains("Something that was agreed was done")
                .doesNotContain(done);
    }

    private HttpResponse<String> send(Visitor visitor, String path) {
        String token = "_csrf=" + visitor.tokenOn("/referrals");
        return visitor.send(
                "POST", path, BodyPublishers.ofString(token), "Content-Type", "application/x-www-form-urlencoded");
    }

    @Test
    void a_team_lead_sees_it_too() {
        Visitor lead = signedIn(people.inTeam(placing.here().team().id(), Role.TEAM_LEAD));
        assertThat(lead.open(page).statusCode()).isEqualTo(200);
    }

    @Test
    void every_look_is_an_event_without_people() {
        Visitor linkWorker = linkWorker();
        linkWorker.open(page);
        linkWorker.open(page);
        assertThat(jdbc.sql("select role from event where referral_id = :id and kind = 'referral-looked-at'")
                        .param("id", referral.value())
                        .query(String.class)
                        .list())
                .containsExactly("link-worker", "link-worker");
    }

    @Test
    void for_everybody_else_it_does_not_exist() throws Exception {
        GroupId group = InventedGroup.singers().in(context);
        GroupId other = InventedGroup.singers().in(context);
        placing.offered(referral, group);
        List<People.Person> strangers = List.of(
                people.with(Role.LINK_WORKER),
                people.inTeam(Placing.in(context).here().team().id(), Role.LINK_WORKER),
                people.inTeam(placing.here().team().id(), Role.MANAGER),
                people.with(Role.MANAGER),
                people.with(Role.ADMINISTRATOR),
                people.with(Role.SAFEGUARDING_LEAD),
                people.with(Role.CLINICAL_SUPERVISOR),
                people.organiserOf(other.value()));
        for (People.Person stranger : strangers) {
            Visitor visitor = signedIn(stranger);
            HttpResponse<String> nowhere = visitor.open("/referrals/CG-2222-22");
            for (String below : List.of(
                    "", "/concern", "/concern/received", "/stop", "/stop/check", "/consents", "/consents/check")) {
                HttpResponse<String> answer = visitor.open(page + below);
                assertThat(answer.statusCode()).as(stranger + below).isEqualTo(404);
                assertThat(plain(answer.body())).isEqualTo(plain(nowhere.body()));
            }
        }
        assertThat(new Visitor(port).next(new Visitor(port).open(page))).isEqualTo("/sign-in");
    }

    @Test
    void an_organiser_who_was_asked_may_raise_a_concern_and_sees_nothing_else() throws Exception {
        GroupId group = InventedGroup.singers().in(context);
        Visitor organiser = signedIn(people.organiserOf(group.value()));
        placing.choose(referral, group);
        assertThat(organiser.open(page).statusCode()).as("not asked yet").isEqualTo(404);

        ReferralId second = placing.referral();
        placing.offered(second, group);
        String asked = "/referrals/" + referrals.find(second).reference();

        assertThat(organiser.open(asked).body())
                .contains(asked + "/concern")
                .doesNotContain("Wilhelmina", "Testerton", "01632", "withdrawal", "story");
        assertThat(organiser.open(asked + "/stop").statusCode()).isEqualTo(404);
        assertThat(organiser.open(asked + "/concern").statusCode()).isEqualTo(200);
    }

    @Test
    void a_concern_that_lacks_something_is_sent_back_with_links_to_the_fields() {
        Visitor linkWorker = linkWorker();
        HttpResponse<String> answer = linkWorker.submit(page + "/concern", "what", " ");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body())
                .contains("Error: Raise a concern")
                .contains("href=\"#immediateDanger\"")
                .contains("href=\"#what\"")
                .contains("Say what happened")
                .contains("999");
        assertThat(concernsRaised()).isZero();
    }

    @Test
    void a_concern_sent_twice_is_raised_once_and_only_received_is_said() {
        Visitor linkWorker = linkWorker();
        Matcher request = REQUEST.matcher(linkWorker.open(page + "/concern").body());
        assertThat(request.find()).isTrue();
        String[] fields = {"request", request.group(1), "immediateDanger", "true", "what", SEEN};

        HttpResponse<String> first = linkWorker.submit(page + "/concern", fields);
        linkWorker.submit(page + "/concern", fields);

        assertThat(linkWorker.next(first)).isEqualTo(page + "/concern/received");
        assertThat(linkWorker.open(page + "/concern/received").body())
                .contains("Concern received", "999")
                .doesNotContain(SEEN);
        assertThat(concernsRaised()).isEqualTo(1);
        assertThat(linkWorker.open(page).body())
                .as("the story keeps it between few people")
                .doesNotContainIgnoringCase("was raised")
                .doesNotContain(SEEN);
    }

    @Test
    void a_pause_is_said_at_the_top() {
        ConcernId concern = concerns.raise(
                new RaiseConcern(Ids.next(), referral.value(), null, false, Narrative.of(SEEN), null),
                Here.in(context),
                placing.linkWorker());
        ReviewConcern pause = new ReviewConcern(
                Decision.PAUSE, Narrative.of("Wait for the council"), false, null, null, PersonName.of("Ada Obi"));
        concerns.review(concern, pause, people.with(Role.SAFEGUARDING_LEAD).actor());

        assertThat(linkWorker().open(page).body())
                .contains("This referral is paused by the safeguarding lead")
                .doesNotContain("Wait for the council", SEEN);
    }

    @Test
    void a_stop_is_asked_one_thing_a_page_checked_and_recorded_once() throws Exception {
        GroupId group = InventedGroup.singers().in(context);
        placing.offered(referral, group);
        Visitor linkWorker = linkWorker();

        assertThat(linkWorker.next(linkWorker.open(page + "/stop"))).isEqualTo(page + "/stop/reason");
        HttpResponse<String> empty = linkWorker.submit(page + "/stop/reason");
        assertThat(empty.statusCode()).isEqualTo(400);
        assertThat(empty.body()).contains("Choose why the referral ends", "href=\"#answer\"", "Error:");
        assertThat(answered(linkWorker, "reason", "other")).isEqualTo(page + "/stop/told-by");
        assertThat(answered(linkWorker, "told-by", "nobody"))
                .as("nobody told us how")
                .isEqualTo(page + "/stop/note");
        assertThat(answered(linkWorker, "told-by", "person")).isEqualTo(page + "/stop/how");
        assertThat(answered(linkWorker, "how", "call")).isEqualTo(page + "/stop/note");
        assertThat(linkWorker.submit(page + "/stop/note", "answer", "").body()).contains("Say what the reason is");
        assertThat(answered(linkWorker, "note", "Off to her daughter")).isEqualTo(page + "/stop/check");
        assertThat(answered(linkWorker, "reason", "not-wanted"))
                .as("changing one answer comes back")
                .isEqualTo(page + "/stop/check");
        assertThat(answered(linkWorker, "reason", "died"))
                .as("of a death somebody else tells us")
                .isEqualTo(page + "/stop/told-by");
        assertThat(linkWorker.open(page + "/stop/told-by").body())
                .contains("Family or a carer", "The practice")
                .doesNotContain("value=\"person\"", "value=\"nobody\"");
        assertThat(linkWorker.submit(page + "/stop/told-by", "answer", "person").statusCode())
                .isEqualTo(400);
        answered(linkWorker, "reason", "not-wanted");
        assertThat(answered(linkWorker, "told-by", "person")).isEqualTo(page + "/stop/check");
        assertThat(linkWorker.open(page + "/stop/check").body())
                .contains("The person", "In a call", "The person no longer wants it", "Off to her daughter");
        assertThat(referrals.find(referral).isOpen()).isTrue();

        String token = "_csrf=" + linkWorker.tokenOn(page + "/stop/check");
        for (int time = 0; time < 2; time++) {
            HttpResponse<String> recorded = linkWorker.send(
                    "POST",
                    page + "/stop/check",
                    BodyPublishers.ofString(token),
                    "Content-Type",
                    "application/x-www-form-urlencoded");
            assertThat(linkWorker.next(recorded)).isEqualTo(page + "/stop/done");
        }

        assertThat(linkWorker.open(page + "/stop/done").body()).contains("The referral has ended");
        assertThat(referrals.find(referral).outcome()).contains(Outcome.STOPPED);
        assertThat(placements.of(referral))
                .extracting(Placement::ended)
                .containsExactly(Optional.of(EndReason.STOPPED));
        assertThat(jdbc.sql("select count(*) from event where referral_id = :id and kind = 'referral-stopped'")
                        .param("id", referral.value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        assertThat(linkWorker.open(page).body()).doesNotContain(page + "/stop");
    }

    @Test
    void one_consent_is_withdrawn_and_the_referral_goes_on() throws Exception {
        GroupId group = InventedGroup.singers().in(context);
        PlacementId placement = placing.offered(referral, group);
        Visitor linkWorker = linkWorker();
        String consents = page + "/consents";

        assertThat(linkWorker.open(consents).body()).contains("Being referred at all", "Sharing with");
        assertThat(linkWorker.submit(consents).body()).contains("Error:", "Choose what the person no longer agrees to");
        assertThat(linkWorker.submit(consents, "answer", "everything").statusCode())
                .isEqualTo(400);
        assertThat(linkWorker.next(linkWorker.submit(consents, "answer", "refer")))
                .as("asked as a stop")
                .isEqualTo(page + "/stop/told-by");
        assertThat(linkWorker.next(linkWorker.submit(consents, "answer", group.toString())))
                .isEqualTo(consents + "/check");
        assertThat(linkWorker.open(consents + "/check").body()).contains("a place is free, and not why");
        assertThat(placements.find(placement).isOpen()).isTrue();
        for (int time = 0; time < 2; time++) {
            assertThat(linkWorker.next(linkWorker.submit(consents + "/check"))).isEqualTo(consents + "/done");
        }

        assertThat(linkWorker.open(consents + "/done").body()).contains("The consent is withdrawn");
        assertThat(placements.find(placement).ended()).contains(EndReason.WITHDRAWN);
        assertThat(referrals.find(referral).isOpen()).isTrue();
        assertThat(linkWorker.open(consents).body()).doesNotContain("Sharing with");
        assertThat(linkWorker.open(page).body()).contains("The person no longer agrees: sharing with a group");
    }

    private UUID lastLetter() {
        UUID occasion = Ids.next();
        context.getBean(InOneTransaction.class)
                .run(() -> context.getBean(Outbox.class).post(MessageKind.NOT_REACHED, referral.value(), occasion));
        return context.getBean(JdbcClient.class)
                .sql("update message set state = 'other-way', channel = 'letter' where occasion_id = ? returning id")
                .param(occasion)
                .query(UUID.class)
                .single();
    }

    @Test
    void a_letter_opens_for_the_team_only_and_is_kept_nowhere() {
        referrals.stands(referral, Standing.REACHING);
        UUID message = lastLetter();
        HttpResponse<String> letter = linkWorker().open("/letters/" + message + "?print=large");

        assertThat(letter.statusCode()).isEqualTo(200);
        assertThat(letter.headers().firstValue("Content-Type")).contains("application/pdf");
        assertThat(letter.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
        assertThat(letter.headers().firstValue("Content-Disposition").orElse(""))
                .doesNotContain("Wilhelmina", "Testerton");
        Visitor manager = signedIn(people.with(Role.MANAGER));
        assertThat(manager.open("/letters/" + message).statusCode()).isEqualTo(404);
        assertThat(linkWorker().open("/letters/" + Ids.next()).statusCode()).isEqualTo(404);
        assertThat(new Visitor(port).open("/letters/" + message).statusCode()).isNotEqualTo(200);
    }

    @Test
    void nothing_is_stopped_before_everything_is_answered() {
        Visitor linkWorker = linkWorker();
        linkWorker.open(page + "/stop");
        assertThat(linkWorker.next(linkWorker.open(page + "/stop/check"))).isEqualTo(page + "/stop/reason");
        assertThat(linkWorker.open(page + "/stop/nothing").statusCode()).isEqualTo(404);
        assertThat(referrals.find(referral).isOpen()).isTrue();
    }

    @Test
    void a_form_without_our_token_changes_nothing() {
        HttpResponse<String> forged = linkWorker()
                .send(
                        "POST",
                        page + "/concern",
                        BodyPublishers.ofString("immediateDanger=true&what=Forged"),
                        "Content-Type",
                        "application/x-www-form-urlencoded");
        assertThat(forged.statusCode()).isEqualTo(403);
        assertThat(concernsRaised()).isZero();
    }

    private String answered(Visitor visitor, String question, String answer) {
        return visitor.next(visitor.submit(page + "/stop/" + question, "answer", answer));
    }

    private Visitor linkWorker() {
        return signedIn(people.inTeam(placing.here().team().id(), Role.LINK_WORKER));
    }

    private Visitor signedIn(People.Person person) {
        Visitor visitor = new Visitor(port);
        visitor.signIn(person);
        return visitor;
    }

    private int concernsRaised() {
        return jdbc.sql("select count(*) from concern where referral_id = :id")
                .param("id", referral.value())
                .query(Integer.class)
                .single();
    }

    /** Without the token of the form that signs out. */
    private static String plain(String html) {
        return html.replaceAll("name=\"_csrf\" value=\"[^\"]+\"", "");
    }
}
