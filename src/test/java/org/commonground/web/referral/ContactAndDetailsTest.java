package org.commonground.web.referral;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.commonground.account.Role;
import org.commonground.conversation.notebook.Note;
import org.commonground.conversation.notebook.Notebooks;
import org.commonground.conversation.reach.Contacts;
import org.commonground.correspondence.MessageKind;
import org.commonground.correspondence.outbox.Outbox;
import org.commonground.person.Safety;
import org.commonground.person.Way;
import org.commonground.placement.Placements;
import org.commonground.placement.ending.StopReason;
import org.commonground.placement.ending.StopReferral;
import org.commonground.placement.ending.Stops;
import org.commonground.placement.ending.ToldBy;
import org.commonground.placement.ending.ToldHow;
import org.commonground.platform.Ids;
import org.commonground.platform.Signature;
import org.commonground.platform.persistence.InOneTransaction;
import org.commonground.platform.personal.MailAddress;
import org.commonground.platform.personal.PersonName;
import org.commonground.platform.time.WorkingDays;
import org.commonground.practice.PracticeReferrals;
import org.commonground.referral.Referral;
import org.commonground.referral.ReferralId;
import org.commonground.referral.Referrals;
import org.commonground.referral.Standing;
import org.commonground.referral.consent.ConsentAnswers;
import org.commonground.referral.consent.Purpose;
import org.commonground.referral.details.ChangeDetails;
import org.commonground.referral.details.PersonDetails;
import org.commonground.referral.finding.PersonSearch;
import org.commonground.referral.finding.Search;
import org.commonground.testing.CommonGroundTest;
import org.commonground.testing.Invented;
import org.commonground.testing.InventedGroup;
import org.commonground.testing.Neighbourhood;
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

/** Noting a contact and changing details on a referral's page, over HTTP. */
@CommonGroundTest
class ContactAndDetailsTest {

    private static final Pattern HIDDEN = Pattern.compile("type=\"hidden\" name=\"(\\w+)\" value=\"([^\"]*)\"");

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext context;

    @Autowired
    Referrals referrals;

    @Autowired
    PracticeReferrals practiceReferrals;

    @Autowired
    ConsentAnswers consents;

    @Autowired
    Notebooks notebooks;

    @Autowired
    PersonDetails details;

    @Autowired
    PersonSearch search;

    @Autowired
    WorkingDays days;

    @Autowired
    JdbcClient jdbc;

    private Placing placing;
    private ReferralId id;
    private String page;
    private People.Person linkWorker;
    private Visitor visitor;

    @BeforeEach
    void settle() {
        placing = Placing.in(context);
        id = placing.referral();
        page = "/referrals/" + referrals.find(id).reference();
        linkWorker = People.in(context).inTeam(placing.here().team().id(), Role.LINK_WORKER);
        visitor = new Visitor(port);
        visitor.signIn(linkWorker);
    }

    @Test
    void a_contact_is_noted_once_however_often_it_is_sent_and_stands_on_the_page() {
        String[] note =
                note(hidden(page + "/contact", "request"), "visit", "Her <i>daughter</i>", days.today(), "0:00");

        HttpResponse<String> first = visitor.submit(page + "/contact", note);
        visitor.submit(page + "/contact", note);

        assertThat(visitor.next(first)).isEqualTo(page);
        assertThat(notebooks.of(id).notes())
                .extracting(Note::by)
                .containsExactly(Signature.ofAccount(linkWorker.id().value()));
        assertThat(visitor.open(page).body())
                .contains(
                        "Visit, Her &lt;i&gt;daughter&lt;/i&gt;",
                        "She would like to sing",
                        "A contact was noted: visit")
                .doesNotContain("<i>daughter");
        assertThat(jdbc.sql("select count(*) from event where referral_id = :id and kind = 'contact-noted'")
                        .param("id", id.value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void what_is_wrong_in_a_note_is_said_by_field_and_nothing_is_kept() {
        HttpResponse<String> empty = visitor.submit(page + "/contact");
        assertThat(empty.statusCode()).isEqualTo(400);
        assertThat(empty.body())
                .contains("href=\"#how\"", "href=\"#with\"", "href=\"#on\"", "href=\"#at\"", "href=\"#said\"");
        assertThat(visitor.submit(page + "/contact", "at", "noon").body())
                .as("what is no time does not hide what else is wrong")
                .contains("Enter a time such as 14:30", "href=\"#how\"", "href=\"#with\"", "href=\"#said\"");
        String request = UUID.randomUUID().toString();
        for (Map.Entry<String[], String> wrong : Map.of(
                        note(request, "visit", "Her", days.today().plusDays(1), "10:00"), "still to come",
                        note(request, "visit", "Her", days.today().minusYears(2), "10:00"), "more than a year ago",
                        note(request, "visit", "Her", days.today(), "noon"), "Enter a time such as 14:30",
                        note(request, "pigeon", "Her", days.today(), "0:00"), "Choose how you were in touch",
                        note(request, "visit", "x".repeat(201), days.today(), "0:00"), "at most 200 characters")
                .entrySet()) {
            HttpResponse<String> answer = visitor.submit(page + "/contact", wrong.getKey());
            assertThat(answer.statusCode()).as(wrong.getValue()).isEqualTo(400);
            assertThat(answer.body()).contains(wrong.getValue());
        }
        assertThat(notebooks.of(id).notes()).isEmpty();
    }

    @Test
    void changed_details_count_from_now_on_and_the_story_says_what_not_from_what_to_what() {
        Map<String, String> form = form();
        form.put("familyName", "O'Newname");
        form.put("phone", "01632 960777");
        form.put("contact.letter", "safe");
        form.put("language", "Welsh");

        assertThat(visitor.next(send(form))).isEqualTo(page);

        assertThat(search.find(Search.of("onewname"), linkWorker.actor(), 5)).hasSize(1);
        assertThat(search.find(Search.of("01632 960777"), linkWorker.actor(), 5))
                .hasSize(1);
        assertThat(search.find(Search.of("testerton"), linkWorker.actor(), 5)).isEmpty();
        assertThat(referrals.personOf(id).safeContact().of(Way.LETTER)).isEqualTo(Safety.SAFE);
        assertThat(visitor.open(page).body())
                .contains("Wilhelmina O&#39;Newname", "3 Invented Row, Exampleton", "Welsh")
                .contains("Details were changed: phone numbers", "Details were changed: safe ways of contact");
        assertThat(changed()).containsExactlyInAnyOrder("name", "phone", "language", "safe-ways");
    }

    @Test
    void sent_as_it_was_nothing_changes() {
        assertThat(visitor.next(send(form()))).isEqualTo(page);
        assertThat(changed()).isEmpty();
        assertThat(visitor.open(page).body()).doesNotContain("Details were changed");
    }

    @Test
    void what_is_wrong_in_details_is_said_by_field() {
        Map<String, String> form = form();
        form.put("givenName", " ");
        form.put("familyName", "x".repeat(5000));
        form.put("phone", "ring me");
        form.put("mail", "nowhere");
        form.put("contact.mail", "perhaps");
        HttpResponse<String> answer = send(form);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body())
                .contains("href=\"#givenName\"", "href=\"#familyName\"", "href=\"#phone\"", "href=\"#mail\"");
        form = form();
        for (String way : List.of("phone", "otherPhone", "mail", "address")) {
            form.put(way, "");
        }
        assertThat(send(form).body()).contains("Keep a phone number, a mail address or a postal address");
        assertThat(changed()).isEmpty();
    }

    @Test
    void whoever_saw_what_somebody_else_has_changed_meanwhile_is_told_and_overwrites_nothing() {
        Map<String, String> old = form();
        Map<String, String> first = form();
        first.put("phone", "01632 960778");
        send(first);
        old.put("language", "Welsh");

        HttpResponse<String> late = send(old);

        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(late.body()).contains("Somebody else changed these details meanwhile");
        assertThat(referrals.personOf(id).language().text()).isEqualTo("English");
        assertThat(late.body())
                .as("what is known now, and what was answered beside it")
                .contains("01632 960778", "You had answered: Welsh", "value=\"English\"");
        assertThat(late.body().split("You had answered"))
                .as("phone and language")
                .hasSize(3);
        Map<String, String> anew = form();
        anew.put("language", "Welsh");
        assertThat(send(anew).statusCode()).isEqualTo(302);
        assertThat(referrals.personOf(id).language().text()).isEqualTo("Welsh");
    }

    @Test
    void who_moves_to_another_practice_is_known_there_and_no_more_at_the_former_one() {
        Neighbourhood there = Neighbourhood.in(context);
        Referral referral = referrals.find(id);
        Map<String, String> form = form();
        form.put("practice", there.practice().practice().toString());
        assertThat(send(form).body()).contains("Say whether the new practice may hear how it goes");
        form.put("practiceMayHear", "false");

        assertThat(visitor.next(send(form))).isEqualTo(page);

        assertThat(practiceReferrals.viewOf(referral.reference(), referral.practice()))
                .isEmpty();
        assertThat(practiceReferrals.viewOf(
                        referral.reference(), there.practice().practice()))
                .isPresent();
        assertThat(consents.of(id).allow(Purpose.FEEDBACK)).isFalse();
        assertThat(referrals.find(id).team()).as("the team stays").isEqualTo(referral.team());
        form = form();
        form.put("practice", UUID.randomUUID().toString());
        form.put("practiceMayHear", "true");
        assertThat(send(form).body()).contains("Choose a practice that still refers");
    }

    @Test
    void an_appointment_still_to_come_goes_to_the_new_mail_address() throws Exception {
        var placement = placing.agreed(id, InventedGroup.singers().in(context));
        ChangeDetails now = details.of(id);
        Map<String, String> form = form();
        form.put("mail", "new@person.example");
        send(form);

        boolean toCome = context.getBean(Placements.class)
                .find(placement)
                .firstSession()
                .orElseThrow()
                .start()
                .isAfter(context.getBean(Clock.class).instant());
        assertThat(jdbc.sql(
                                "select count(*) from message where subject_id = :id and kind = 'first-session-appointment'")
                        .param("id", placement.value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(toCome ? 1 : 0);
        assertThat(details.of(id).mail()).isEqualTo(new MailAddress("new@person.example"));
        assertThat(now.givenName()).isEqualTo(new PersonName("Wilhelmina"));
    }

    @Test
    void the_last_letter_is_printed_only_while_the_person_is_being_reached() {
        context.getBean(Contacts.class).make(id, Said.noAnswer(Way.CALL), linkWorker.actor());
        String letter = "/letters/" + posted(id);
        assertThat(visitor.open(letter).statusCode()).as("a mail").isEqualTo(404);

        takesLetter(id);
        assertThat(visitor.open(letter).headers().firstValue("Content-Type")).contains("application/pdf");
        referrals.stands(id, Standing.TALKING);
        assertThat(visitor.open(letter).statusCode()).isEqualTo(404);
        assertThat(visitor.open(page.replace("/referrals/", "/letters/")).statusCode())
                .as("no message's id")
                .isEqualTo(404);
    }

    @Test
    void no_last_letter_is_printed_to_somebody_who_may_have_died() {
        Invented invented = Invented.referral();
        ReferralId mayHaveDied = placing.referral(invented);
        context.getBean(Contacts.class).make(mayHaveDied, Said.noAnswer(Way.CALL), linkWorker.actor());
        String letter = "/letters/" + posted(mayHaveDied);
        takesLetter(mayHaveDied);
        assertThat(visitor.open(letter).statusCode()).isEqualTo(200);

        ReferralId elsewhere =
                placing.referral(Invented.referral().person(invented.message().person()));
        context.getBean(Stops.class)
                .stop(
                        new StopReferral(elsewhere, StopReason.DIED, ToldBy.PRACTICE, ToldHow.CALL, null),
                        linkWorker.actor());
        assertThat(visitor.open(letter).statusCode()).isEqualTo(404);
    }

    @Test
    void nobody_but_the_team_has_these_pages_and_none_without_our_token() {
        People people = People.in(context);
        for (People.Person stranger : List.of(
                people.with(Role.MANAGER),
                people.with(Role.ADMINISTRATOR),
                people.inTeam(Placing.in(context).here().team().id(), Role.LINK_WORKER))) {
            Visitor outsider = new Visitor(port);
            outsider.signIn(stranger);
            for (String below : List.of("/contact", "/details")) {
                assertThat(outsider.open(page + below).statusCode()).isEqualTo(404);
            }
        }
        for (String below : List.of("/contact", "/details")) {
            assertThat(visitor.send(
                                    "POST",
                                    page + below,
                                    BodyPublishers.ofString("how=call&givenName=Forged"),
                                    "Content-Type",
                                    "application/x-www-form-urlencoded")
                            .statusCode())
                    .isEqualTo(403);
        }
    }

    @Test
    void a_look_at_every_address_is_recorded_as_such() {
        visitor.open(page + "/details");
        assertThat(jdbc.sql("select reason from event where referral_id = :id and kind = 'referral-looked-at'")
                        .param("id", id.value())
                        .query(String.class)
                        .list())
                .containsExactly("details");
    }

    private List<String> changed() {
        return jdbc.sql("select reason from event where referral_id = :id and kind = 'details-changed'")
                .param("id", id.value())
                .query(String.class)
                .list();
    }

    /** The outbox has found that it may be no mail. */
    private void takesLetter(ReferralId referral) {
        jdbc.sql(
                        "update message set state = 'other-way', channel = 'letter' where kind = 'not-reached' and subject_id = ?")
                .param(referral.value())
                .update();
    }

    private UUID posted(ReferralId referral) {
        UUID occasion = Ids.next();
        context.getBean(InOneTransaction.class)
                .run(() -> context.getBean(Outbox.class).post(MessageKind.NOT_REACHED, referral.value(), occasion));
        return jdbc.sql("select id from message where occasion_id = :occasion")
                .param("occasion", occasion)
                .query(UUID.class)
                .single();
    }

    private static String[] note(String request, String how, String with, LocalDate on, String at) {
        return new String[] {
            "request",
            request,
            "how",
            how,
            "with",
            with,
            "on-day",
            "" + on.getDayOfMonth(),
            "on-month",
            "" + on.getMonthValue(),
            "on-year",
            "" + on.getYear(),
            "at",
            at,
            "said",
            "She would like to sing"
        };
    }

    private String hidden(String address, String name) {
        Matcher field = HIDDEN.matcher(visitor.open(address).body());
        while (field.find()) {
            if (field.group(1).equals(name)) {
                return field.group(2);
            }
        }
        throw new AssertionError("no hidden " + name);
    }

    /** What the page shows, as a browser would send it back. */
    private Map<String, String> form() {
        ChangeDetails now = details.of(id);
        Map<String, String> form = new LinkedHashMap<>();
        form.put("seen", hidden(page + "/details", "seen"));
        form.put("givenName", now.givenName().text());
        form.put("familyName", now.familyName().text());
        form.put("calledName", now.calledName() == null ? "" : now.calledName().text());
        form.put("address", now.address().text().replace("\n", "\r\n"));
        form.put("phone", now.phone().text());
        form.put("otherPhone", "");
        form.put("mail", now.mail().text());
        form.put("language", now.language().text());
        form.put("interpreter", now.interpreter().toString());
        form.put("contact.call", now.contact().call().word());
        form.put("contact.voicemail", now.contact().voicemail().word());
        form.put("contact.text", now.contact().text().word());
        form.put("contact.mail", now.contact().mail().word());
        form.put("contact.letter", now.contact().letter().word());
        form.put("contact.whoMayAnswer", now.contact().whoMayAnswer().text());
        form.put("contact.bestTimes", now.contact().bestTimes().text());
        form.put("practice", now.practice().toString());
        return form;
    }

    private HttpResponse<String> send(Map<String, String> form) {
        String[] fields = form.entrySet().stream()
                .flatMap(field -> Stream.of(field.getKey(), field.getValue()))
                .toArray(String[]::new);
        return visitor.submit(page + "/details", fields);
    }
}
