package org.commonground.web.refer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonground.account.Actor;
import org.commonground.account.Role;
import org.commonground.neighbourhood.Neighbourhoods;
import org.commonground.neighbourhood.Numbers;
import org.commonground.person.Person;
import org.commonground.person.Safety;
import org.commonground.person.Way;
import org.commonground.referral.Reference;
import org.commonground.referral.Referral;
import org.commonground.referral.Referrals;
import org.commonground.referral.consent.ConsentAnswers;
import org.commonground.referral.consent.Purpose;
import org.commonground.testing.CommonGroundTest;
import org.commonground.testing.Filled;
import org.commonground.testing.Neighbourhood;
import org.commonground.testing.People;
import org.commonground.testing.ReferralForm;
import org.commonground.testing.Visitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A link worker records what a practice says on the phone, over HTTP. */
@CommonGroundTest
class RecordReferralTest {

    private static final String PAGE = "/referrals/new";
    private static final Pattern REFERENCE = Pattern.compile("cg-reference\">(CG-[A-Z0-9-]+)<");

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext context;

    @Autowired
    Referrals referrals;

    @Autowired
    ConsentAnswers consents;

    @Autowired
    JdbcClient jdbc;

    private Neighbourhood here;
    private Visitor visitor;
    private ReferralForm form;
    private String token;

    @BeforeEach
    void settle() {
        here = Neighbourhood.in(context);
        visitor = new Visitor(port);
        visitor.signIn(People.in(context).inTeam(here.team().id(), Role.LINK_WORKER));
        form = ReferralForm.filled().with("practice", here.practice().practice().toString());
    }

    @Test
    void what_is_recorded_is_checked_sent_once_and_ends_on_a_reference_to_read_aloud() {
        assertThat(visitor.next(visitor.submit(PAGE, form.fields()))).isEqualTo(PAGE + "/check");
        assertThat(visitor.open(PAGE + "/check").body())
                .contains("Check your answers", "Testerton", "14 3 1951", "Step-free way in", "3 Invented Row");
        String token = "_csrf=" + visitor.tokenOn(PAGE + "/check");
        for (int time = 0; time < 2; time++) {
            HttpResponse<String> sent = visitor.send(
                    "POST",
                    PAGE + "/check",
                    BodyPublishers.ofString(token),
                    "Content-Type",
                    "application/x-www-form-urlencoded");
            assertThat(visitor.next(sent)).isEqualTo(PAGE + "/done");
        }

        Referral referral = done();
        assertThat(referral.practice()).isEqualTo(here.practice().practice());
        assertThat(referral.team()).isEqualTo(here.team().id());
        Person person = referrals.personOf(referral.id());
        assertThat(person.name().text()).isEqualTo("Wilhelmina Testerton");
        assertThat(person.address().orElseThrow().text()).isEqualTo("3 Invented Row\nExampleton");
        assertThat(person.safeContact().of(Way.VOICEMAIL)).isEqualTo(Safety.UNSAFE);
        assertThat(consents.of(referral.id()).allow(Purpose.FEEDBACK)).isTrue();
        assertThat(jdbc.sql("select count(*) from referral where practice_id = :id")
                        .param("id", here.practice().practice().value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        assertThat(visitor.open("/referrals/" + referral.reference()).body())
                .contains("The referral was recorded for the practice", "Reach the person");
        assertThat(visitor.next(visitor.open(PAGE + "/check")))
                .as("the draft is gone")
                .isEqualTo(PAGE + "/done");
        assertThat(visitor.open(PAGE).body()).doesNotContain("Testerton");
    }

    @Test
    void everything_wrong_is_said_at_once_by_field_and_nothing_is_kept() {
        HttpResponse<String> empty = visitor.submit(PAGE);
        assertThat(empty.statusCode()).isEqualTo(400);
        assertThat(empty.body())
                .contains("Error: Record a referral", "Choose the practice that refers")
                .contains("href=\"#person.givenName\"", "href=\"#person.dateOfBirth\"", "href=\"#consent.refer\"")
                .contains("href=\"#reason.needs\"", "href=\"#referrer.name\"", "href=\"#urgency\"")
                .contains("Choose who agreed", "Choose how soon they should be reached")
                .doesNotContain("prefer-not-to-say is");
        assertThat(visitor.next(visitor.open(PAGE + "/check"))).isEqualTo(PAGE);
        wrong("Enter a date such as 19/11/2026", "person.dateOfBirth-month", "13");
        wrong("lies in the future", "person.dateOfBirth-year", "2199");
        wrong("This is not an NHS number", "person.nhsNumber", "999 000 0019", "person.nhsNumberMissing", "");
        wrong("We only take somebody who agreed to be referred", "consent.refer", "false");
        wrong("Say who decided for the person", "consent.by", "best-interests");
        wrong("Given name: Use at most 100 characters", "person.givenName", "x".repeat(20_000));
        wrong("Enter a mail address such as", "person.mail", "nowhere");
        wrong("Name at least one need", "reason.needs", "gold");
        wrong("Given name: Leave out characters that cannot be shown", "person.givenName", "Wil\u0000ma");
        wrong("Choose the practice that refers", "practice", UUID.randomUUID().toString());
    }

    @Test
    void only_a_practice_of_ones_own_teams_can_be_chosen() {
        Neighbourhood there = Neighbourhood.in(context);
        assertThat(visitor.open(PAGE).body())
                .contains(here.practice().odsCode())
                .doesNotContain(there.practice().odsCode());
        wrong(
                "Choose the practice that refers",
                "practice",
                there.practice().practice().toString());
    }

    @Test
    void hostile_words_are_kept_and_shown_as_words() {
        visitor.submit(
                PAGE, form.with("person.givenName", "<script>alert(1)</script>").fields());
        assertThat(visitor.open(PAGE + "/check").body())
                .contains("&lt;script&gt;alert")
                .doesNotContain("<script>alert");
        assertThat(visitor.open(PAGE).body()).doesNotContain("<script>alert");
    }

    @Test
    void what_was_filled_in_can_be_changed_and_thrown_away() {
        visitor.submit(PAGE, form.fields());
        assertThat(visitor.open(PAGE).body()).contains("value=\"Testerton\"");
        visitor.send(
                "POST",
                PAGE + "/anew",
                BodyPublishers.ofString("_csrf=" + visitor.tokenOn(PAGE)),
                "Content-Type",
                "application/x-www-form-urlencoded");
        assertThat(visitor.open(PAGE).body()).doesNotContain("Testerton");
    }

    @Test
    void the_practices_own_number_with_other_content_is_refused_in_words() {
        String number = "R-" + UUID.randomUUID();
        visitor.submit(PAGE, form.with("ownNumber", number).fields());
        visitor.submit(PAGE + "/check");
        visitor.submit(
                PAGE,
                form.with("ownNumber", number, "person.givenName", "Somebody").fields());
        assertThat(visitor.submit(PAGE + "/check").body()).contains("This number came before with other content");
    }

    @Test
    void how_soon_somebody_is_reached_is_said_by_the_neighbourhoods_numbers() {
        assertThat(visitor.open(PAGE).body()).contains("Within 5 working days", "Within 1 working day");

        Neighbourhood there = Neighbourhood.elsewhere(context);
        context.getBean(Neighbourhoods.class)
                .change(
                        there.team().neighbourhood(),
                        Filled.with(Numbers.DEFAULTS, "routineContact", 8, "urgentContact", 0),
                        Actor.SYSTEM);
        Visitor other = new Visitor(port);
        People.Person worker = People.in(context).inTeam(there.team().id(), Role.LINK_WORKER);
        other.signIn(worker);
        assertThat(other.open(PAGE).body())
                .contains("Within 8 working days", "The same working day")
                .doesNotContain("Within 5");
        ReferralForm filled = ReferralForm.filled()
                .with("practice", there.practice().practice().toString());
        other.submit(PAGE, filled.fields());
        other.submit(PAGE + "/check");
        assertThat(other.open(PAGE + "/done").body())
                .contains("within 8 working days, or the same working day where it is urgent");

        Visitor both = new Visitor(port);
        both.signIn(People.in(context)
                .inTeams(List.of(here.team().id(), there.team().id()), Role.LINK_WORKER));
        assertThat(both.open(PAGE).body())
                .contains("In turn", "Soon: it is urgent")
                .doesNotContain("Within 8");
    }

    @Test
    void nobody_without_a_team_has_these_pages_and_none_is_sent_without_our_token() {
        People people = People.in(context);
        for (People.Person stranger : List.of(
                people.with(Role.MANAGER), people.with(Role.ADMINISTRATOR), people.organiserOf(UUID.randomUUID()))) {
            Visitor outsider = new Visitor(port);
            outsider.signIn(stranger);
            for (String below : List.of("", "/check", "/done")) {
                assertThat(outsider.open(PAGE + below).statusCode()).isEqualTo(404);
            }
        }
        for (String below : List.of("", "/check", "/anew")) {
            assertThat(visitor.send(
                                    "POST",
                                    PAGE + below,
                                    BodyPublishers.ofString("urgency=urgent"),
                                    "Content-Type",
                                    "application/x-www-form-urlencoded")
                            .statusCode())
                    .isEqualTo(403);
        }
    }

    /** With one token for all, so that the long page is not made twice each time. */
    private void wrong(String words, String... changes) {
        if (token == null) {
            token = visitor.tokenOn(PAGE);
        }
        StringBuilder sent = new StringBuilder("_csrf=" + token);
        form.with(changes)
                .answers()
                .forEach((name, value) ->
                        sent.append('&').append(name).append('=').append(URLEncoder.encode(value, UTF_8)));
        HttpResponse<String> answer = visitor.send(
                "POST",
                PAGE,
                BodyPublishers.ofString(sent.toString()),
                "Content-Type",
                "application/x-www-form-urlencoded");
        assertThat(answer.statusCode()).as(words).isEqualTo(400);
        assertThat(answer.body()).contains(words);
    }

    private Referral done() {
        Matcher reference = REFERENCE.matcher(visitor.open(PAGE + "/done").body());
        assertThat(reference.find()).isTrue();
        return referrals.byReference(new Reference(reference.group(1))).orElseThrow();
    }
}
