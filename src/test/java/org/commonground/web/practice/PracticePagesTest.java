package org.commonground.web.practice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.commonground.account.Account;
import org.commonground.account.Actor;
import org.commonground.account.PracticeId;
import org.commonground.account.Role;
import org.commonground.neighbourhood.KeepPracticeStaff;
import org.commonground.neighbourhood.KeepStaff;
import org.commonground.neighbourhood.PracticeStaff;
import org.commonground.neighbourhood.Staff;
import org.commonground.platform.persistence.Sql;
import org.commonground.platform.personal.PersonName;
import org.commonground.platform.refusal.Refusal;
import org.commonground.referral.Outcome;
import org.commonground.referral.ReferralId;
import org.commonground.referral.Referrals;
import org.commonground.referral.Standing;
import org.commonground.testing.AsOf;
import org.commonground.testing.CommonGroundTest;
import org.commonground.testing.Invented;
import org.commonground.testing.Neighbourhood;
import org.commonground.testing.People;
import org.commonground.testing.Placing;
import org.commonground.testing.ReferralForm;
import org.commonground.testing.Visitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The pages of a practice's people, over HTTP: all of their own, and nothing of anybody else's. */
@CommonGroundTest
class PracticePagesTest {

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext context;

    @Autowired
    Referrals referrals;

    @Autowired
    PracticeStaff staff;

    @Autowired
    JdbcClient jdbc;

    private Placing placing;
    private Neighbourhood here;
    private Visitor visitor;
    private ReferralId referral;
    private String page;

    @BeforeEach
    void settle() {
        placing = Placing.in(context);
        here = placing.here();
        visitor = of(here);
        referral = placing.referral();
        page = "/practice/referrals/" + referrals.find(referral).reference();
    }

    @Test
    void they_come_to_their_own_referrals_and_see_where_each_stands() {
        assertThat(visitor.next(visitor.open("/"))).isEqualTo("/practice");
        assertThat(visitor.open("/practice").body())
                .contains("Wilhelmina Testerton", page, "Received", "Refer somebody")
                .doesNotContain("Tasks<", "Cockpit", "Find a person");
        assertThat(visitor.open(page).body())
                .contains("Wilhelmina Testerton", "Dr Quentin Sample", "There is no code to record yet")
                .doesNotContain("01632", "Invented Row", "husband", "Agatha");
        assertThat(visitor.open("/account").body())
                .contains("Choose another password")
                .doesNotContain("stand in", "away");
    }

    @Test
    void without_consent_they_hear_as_little_as_their_system_would() {
        ReferralId silent = placing.referral(Invented.referral().withoutFeedback());
        referrals.stands(silent, Standing.CHOOSING);
        String address = "/practice/referrals/" + referrals.find(silent).reference();

        assertThat(visitor.open(address).body())
                .contains("Received", "did not agree that you hear")
                .doesNotContain("Choosing");
        referrals.close(silent, Outcome.DECLINED, Actor.SYSTEM);
        jdbc.sql("insert into practice_code (referral_id, code, at) values (:id, '871711000000103', :at)")
                .param("at", Sql.timestamp(AsOf.now()))
                .param("id", silent.value())
                .update();
        for (String where : List.of(address, address + "/letter", "/practice")) {
            assertThat(visitor.open(where).body()).contains("Closed").doesNotContain("declined", "871711000000103");
        }
    }

    @Test
    void the_letter_has_the_code_to_record() {
        referrals.close(referral, Outcome.DECLINED, Actor.SYSTEM);
        jdbc.sql("insert into practice_code (referral_id, code, at) values (:id, '871711000000103', :at)")
                .param("at", Sql.timestamp(AsOf.now()))
                .param("id", referral.value())
                .update();

        assertThat(visitor.open(page + "/letter").body())
                .contains("Feedback on referral", "871711000000103", "Social prescribing declined")
                .contains("Closed: the person declined", "Wilhelmina Testerton", "To <");
    }

    @Test
    void they_refer_for_their_own_practice_and_for_no_other() {
        Neighbourhood there = Neighbourhood.in(context);
        String[] form = ReferralForm.filled()
                .with("practice", there.practice().practice().toString(), "person.givenName", "Winifred")
                .fields();
        assertThat(visitor.next(visitor.submit("/practice/refer", form))).isEqualTo("/practice/refer/check");
        assertThat(visitor.next(visitor.submit("/practice/refer/check"))).isEqualTo("/practice/refer/done");

        assertThat(visitor.open("/practice/refer/done").body()).contains("The referral is received", "CG-");
        assertThat(visitor.open("/practice").body()).contains("Winifred Testerton");
        assertThat(of(there).open("/practice").body()).doesNotContain("Winifred");
    }

    @Test
    void another_practices_referral_does_not_exist_for_them() {
        Visitor other = of(Neighbourhood.in(context));
        assertThat(other.open("/practice").body()).contains("There are none").doesNotContain("Testerton");
        for (String below : List.of("", "/letter")) {
            assertThat(other.open(page + below).statusCode()).isEqualTo(404);
        }
        assertThat(visitor.open("/practice/referrals/CG-2222-22").statusCode()).isEqualTo(404);
    }

    @Test
    void nothing_of_ours_is_open_to_them() {
        String reference = referrals.find(referral).reference().text();
        for (String closed : List.of(
                "/referrals",
                "/referrals/new",
                "/referrals/" + reference,
                "/referrals/" + reference + "/details",
                "/referrals/" + reference + "/concern",
                "/tasks/links",
                "/tasks/cards?ids=1",
                "/mails",
                "/camunda/app/tasklist/default/",
                "/camunda/app/cockpit/default/",
                "/camunda/app/admin/default/",
                "/camunda/api/engine/engine/default/task",
                "/camunda/api/engine/engine/",
                "/%63amunda/app/tasklist/default/",
                "/people/" + placing.linkWorker().account() + "/absences",
                "/setup",
                "/team",
                "/whatever-comes-later")) {
            assertThat(visitor.open(closed).statusCode()).as(closed).isEqualTo(403);
        }
        assertThat(visitor.engine("POST", "task", "{}").statusCode()).isEqualTo(403);
    }

    @Test
    void their_pages_are_open_to_nobody_else() {
        People people = People.in(context);
        for (Role role : Role.values()) {
            if (role == Role.PRACTICE_STAFF) {
                continue;
            }
            Visitor stranger = new Visitor(port);
            stranger.signIn(people.inTeam(here.team().id(), role));
            for (String address : List.of("/practice", page, page + "/letter", "/practice/refer")) {
                assertThat(stranger.open(address).statusCode())
                        .as(role + " " + address)
                        .isEqualTo(403);
            }
        }
        assertThat(new Visitor(port).next(new Visitor(port).open("/practice"))).isEqualTo("/sign-in");
        Visitor nowhere = new Visitor(port);
        nowhere.signIn(people.with(Role.PRACTICE_STAFF));
        assertThat(nowhere.open("/practice").statusCode()).as("no practice").isEqualTo(404);
    }

    @Test
    void each_look_says_who_and_a_form_without_our_token_refers_nobody() {
        visitor.open(page);
        assertThat(jdbc.sql("select reason || ' ' || role from event"
                                + " where referral_id = :id and kind = 'referral-looked-at'")
                        .param("id", referral.value())
                        .query(String.class)
                        .list())
                .containsExactly("practice practice-staff");
        assertThat(visitor.send(
                                "POST",
                                "/practice/refer",
                                BodyPublishers.ofString("urgency=urgent"),
                                "Content-Type",
                                "application/x-www-form-urlencoded")
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void an_administrator_makes_their_accounts_with_this_role_alone() {
        KeepPracticeStaff kim = new KeepPracticeStaff(
                "kim-" + UUID.randomUUID().toString().substring(0, 8),
                new PersonName("Kim Example"),
                null,
                here.practice().practice());
        assertThatThrownBy(() -> staff.open(kim, placing.linkWorker())).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> staff.open(
                        new KeepPracticeStaff("kim-x", new PersonName("Kim"), null, PracticeId.next()), Actor.SYSTEM))
                .isInstanceOf(Refusal.class);
        staff.open(kim, Actor.SYSTEM);
        assertThat(staff.of(here.practice().practice()))
                .extracting(Account::username)
                .contains(kim.username());
        assertThatThrownBy(() -> context.getBean(Staff.class)
                        .open(
                                new KeepStaff(
                                        "kim-y",
                                        new PersonName("Kim"),
                                        null,
                                        Set.of(Role.PRACTICE_STAFF),
                                        Set.of(),
                                        Set.of()),
                                Actor.SYSTEM))
                .isInstanceOf(Refusal.class);
    }

    private Visitor of(Neighbourhood there) {
        Account account = staff.open(
                new KeepPracticeStaff(
                        "desk-" + UUID.randomUUID().toString().substring(0, 8),
                        new PersonName("Desk Example"),
                        null,
                        there.practice().practice()),
                People.PASSWORD,
                Actor.SYSTEM);
        Visitor somebody = new Visitor(port);
        somebody.signIn(account.username(), People.PASSWORD);
        return somebody;
    }
}
