package org.commonground.safeguarding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import org.commonground.account.Account;
import org.commonground.account.Accounts;
import org.commonground.account.Actor;
import org.commonground.account.Role;
import org.commonground.correspondence.words.Message;
import org.commonground.group.GroupId;
import org.commonground.neighbourhood.Absences;
import org.commonground.neighbourhood.RecordAbsence;
import org.commonground.platform.Ids;
import org.commonground.platform.personal.Narrative;
import org.commonground.platform.personal.PersonName;
import org.commonground.platform.refusal.Refusal;
import org.commonground.platform.time.WorkingDays;
import org.commonground.referral.Referrals;
import org.commonground.referral.intake.Intake;
import org.commonground.testing.CommonGroundTest;
import org.commonground.testing.Filled;
import org.commonground.testing.Here;
import org.commonground.testing.Invented;
import org.commonground.testing.InventedGroup;
import org.commonground.testing.Neighbourhood;
import org.commonground.testing.People;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A concern from what somebody saw to what the lead decides, and who may know what of it. */
@CommonGroundTest
class ConcernsTest {

    private static final String SEEN = "Bruises on both arms; says a neighbour takes her money.";

    @Autowired
    Concerns concerns;

    @Autowired
    Pauses pauses;

    @Autowired
    ConcernMessage mail;

    @Autowired
    Accounts accounts;

    @Autowired
    WorkingDays days;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Referrals referrals;

    @Autowired
    Intake intake;

    @Autowired
    ApplicationContext context;

    private UUID referral;
    private Account lead;
    private Account deputy;
    private Actor.SignedIn linkWorker;

    @BeforeEach
    void people() {
        referral = intake.receive(
                        Invented.referral().message(),
                        null,
                        Neighbourhood.in(context).actor())
                .referral()
                .value();
        lead = account(Role.SAFEGUARDING_LEAD);
        deputy = account(Role.SAFEGUARDING_DEPUTY);
        linkWorker = account(Role.LINK_WORKER).asActor();
    }

    @Test
    void only_the_lead_and_the_deputy_read_it_and_every_look_is_an_event() {
        ConcernId concern = raise();

        assertThat(concerns.read(concern, lead.asActor()).what().text()).isEqualTo(SEEN);
        assertThat(concerns.read(concern, deputy.asActor()).what().text()).isEqualTo(SEEN);
        for (Role role : List.of(Role.LINK_WORKER, Role.TEAM_LEAD, Role.MANAGER, Role.ADMINISTRATOR, Role.ORGANISER)) {
            assertThatThrownBy(() -> concerns.read(concern, account(role).asActor()))
                    .isInstanceOfSatisfying(
                            Refusal.class, no -> assertThat(no.kind()).isEqualTo(Refusal.Kind.NOT_ALLOWED));
        }
        assertThatThrownBy(() -> concerns.read(concern, Actor.SYSTEM)).isInstanceOf(Refusal.class);
        assertThat(events(concern)).containsExactly("concern-raised", "concern-read", "concern-read");
    }

    @Test
    void it_goes_to_the_lead_of_its_neighbourhood_and_to_no_other() {
        ConcernId concern = raise();
        Account elsewhere = People.at(Here.elsewhere(context), context)
                .with(Role.SAFEGUARDING_LEAD, Role.SAFEGUARDING_DEPUTY)
                .account();
        assertThat(concerns.read(concern, lead.asActor()).neighbourhood()).isEqualTo(Here.in(context));
        assertThatThrownBy(() -> concerns.read(concern, elsewhere.asActor()))
                .isInstanceOfSatisfying(
                        Refusal.class, no -> assertThat(no.kind()).isEqualTo(Refusal.Kind.NOT_ALLOWED));
        assertThat(context.getBean(ConcernMessage.class).recipients(concern.value()))
                .contains(lead.id().value())
                .doesNotContain(elsewhere.id().value());
    }

    @Test
    void a_concern_that_there_is_not_is_refused_in_the_same_words() {
        assertThatThrownBy(() -> concerns.read(ConcernId.next(), lead.asActor()))
                .isInstanceOfSatisfying(
                        Refusal.class, no -> assertThat(no.kind()).isEqualTo(Refusal.Kind.NOT_ALLOWED));
    }

    @Test
    void whoever_raised_it_learns_when_it_was_received_and_nothing_else() {
        assertThat(concerns.receivedAt(raise())).isNotNull();
    }

    @Test
    void what_was_seen_stands_in_no_column_as_plain_text() {
        ConcernId concern = raise();
        String row = jdbc.sql("select to_jsonb(c)::text from concern c where id = :id")
                .param("id", concern.value())
                .query(String.class)
                .single();
        assertThat(row).doesNotContain("Bruises");
    }

    @Test
    void sending_the_page_twice_raises_one_concern() {
        RaiseConcern command = concern(Ids.next());
        assertThat(concerns.raise(command, Here.in(context), linkWorker))
                .isEqualTo(concerns.raise(command, Here.in(context), linkWorker));
        assertThat(jdbc.sql("select count(*) from concern where referral_id = :id")
                        .param("id", referral)
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void what_is_missing_is_said_by_field_and_nothing_is_kept() {
        RaiseConcern empty = new RaiseConcern(Ids.next(), referral, null, null, Narrative.of(" "), null);
        assertThatThrownBy(() -> concerns.raise(empty, Here.in(context), linkWorker))
                .isInstanceOfSatisfying(
                        Refusal.class, no -> assertThat(no.fields()).containsOnlyKeys("immediateDanger", "what"));
        RaiseConcern aboutNobody = Filled.with(concern(Ids.next()), "referral", null);
        assertThatThrownBy(() -> concerns.raise(aboutNobody, Here.in(context), linkWorker))
                .isInstanceOfSatisfying(
                        Refusal.class, no -> assertThat(no.fields()).containsOnlyKeys("aboutSomething"));
    }

    @Test
    void a_decision_is_made_once_and_by_those_two_alone() {
        ConcernId concern = raise();
        assertThatThrownBy(() -> concerns.review(concern, decide(Decision.ACT), linkWorker))
                .isInstanceOf(Refusal.class);

        concerns.review(concern, decide(Decision.ACT), deputy.asActor());

        assertThat(concerns.read(concern, lead.asActor()).review().decision()).isEqualTo(Decision.ACT);
        assertThat(pauses.isPaused(referral)).isFalse();
        assertThatThrownBy(() -> concerns.review(concern, decide(Decision.NO_ACTION), lead.asActor()))
                .isInstanceOfSatisfying(
                        Refusal.class, no -> assertThat(no.kind()).isEqualTo(Refusal.Kind.CONFLICT));
    }

    @Test
    void answers_that_do_not_fit_together_are_refused_by_field() {
        ConcernId concern = raise();
        ReviewConcern nobodyNamed = new ReviewConcern(Decision.ACT, Narrative.of("Reasons"), true, null, null, null);
        assertThatThrownBy(() -> concerns.review(concern, nobodyNamed, lead.asActor()))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        no -> assertThat(no.fields()).containsOnlyKeys("localAuthorityToldOn", "namedPerson"));
        ReviewConcern tomorrow = new ReviewConcern(
                Decision.ACT, Narrative.of("Reasons"), true, days.today().plusDays(1), null, PersonName.of("Ada"));
        assertThatThrownBy(() -> concerns.review(concern, tomorrow, lead.asActor()))
                .isInstanceOfSatisfying(
                        Refusal.class, no -> assertThat(no.fields()).containsOnlyKeys("localAuthorityToldOn"));
        concerns.review(concern, Filled.with(tomorrow, "localAuthorityToldOn", days.today()), lead.asActor());
    }

    @Test
    void a_concern_about_a_group_alone_pauses_nothing() {
        GroupId group = InventedGroup.singers().in(context);
        ConcernId concern = concerns.raise(
                Filled.with(concern(Ids.next()), "referral", null, "group", group.value()),
                Here.in(context),
                linkWorker);
        assertThatThrownBy(() -> concerns.review(concern, decide(Decision.PAUSE), lead.asActor()))
                .isInstanceOfSatisfying(
                        Refusal.class, no -> assertThat(no.fields()).containsOnlyKeys("decision"));
    }

    @Test
    void a_pause_lasts_until_each_concern_that_asked_for_it_lets_go() {
        ConcernId first = raise();
        ConcernId second = raise();
        concerns.review(first, decide(Decision.PAUSE), lead.asActor());
        concerns.review(second, decide(Decision.PAUSE), deputy.asActor());
        assertThat(pauses.isPaused(referral)).isTrue();

        pauses.lift(first, new LiftPause(Narrative.of("The neighbour has moved out.")), lead.asActor());
        assertThat(pauses.isPaused(referral)).isTrue();
        assertThatThrownBy(() -> pauses.lift(second, new LiftPause(Narrative.of("Safe.")), linkWorker))
                .isInstanceOf(Refusal.class);
        pauses.lift(second, new LiftPause(Narrative.of("The neighbour has moved out.")), deputy.asActor());
        assertThat(pauses.isPaused(referral)).isFalse();

        assertThatThrownBy(() -> pauses.lift(second, new LiftPause(Narrative.of("Again.")), deputy.asActor()))
                .isInstanceOfSatisfying(
                        Refusal.class, no -> assertThat(no.kind()).isEqualTo(Refusal.Kind.CONFLICT));
        assertThat(events(first))
                .containsExactly("concern-raised", "concern-reviewed", "pause-decided", "pause-lifted");
    }

    @Test
    void the_lead_is_told_at_once_and_the_deputy_when_the_day_has_ended_without_a_decision() {
        ConcernId concern = raise();
        assertThat(mail.recipients(concern.value()))
                .contains(lead.id().value())
                .doesNotContain(deputy.id().value());

        concerns.bringToDeputy(concern);
        concerns.bringToDeputy(concern);

        assertThat(mail.recipients(concern.value()))
                .contains(deputy.id().value())
                .doesNotContain(lead.id().value());
        assertThat(events(concern)).containsExactly("concern-raised", "concern-brought-to-deputy");
    }

    @Test
    void what_was_decided_is_brought_to_nobody_any_more() {
        ConcernId concern = raise();
        concerns.review(concern, decide(Decision.ACT), lead.asActor());
        concerns.bringToDeputy(concern);
        assertThat(events(concern)).containsExactly("concern-raised", "concern-reviewed");
    }

    @Test
    void a_lead_who_is_away_is_not_told() {
        context.getBean(Absences.class)
                .record(new RecordAbsence(lead.id(), days.today(), days.today(), deputy.id()), lead.asActor());
        assertThat(mail.recipients(raise().value())).doesNotContain(lead.id().value());
    }

    @Test
    void the_mail_says_only_that_something_needs_attention() {
        ConcernId concern = raise();
        Message words =
                mail.compose(concern.value(), lead.id().value(), Ids.next()).orElseThrow();
        assertThat(words.facts()).isEmpty();
        assertThat(words.subject()).isEqualTo("Something needs your attention today");
        assertThat(mail.compose(concern.value(), linkWorker.account().value(), Ids.next()))
                .isEmpty();

        concerns.review(concern, decide(Decision.NO_ACTION), lead.asActor());
        assertThat(mail.compose(concern.value(), lead.id().value(), Ids.next())).isEmpty();
    }

    private ConcernId raise() {
        return concerns.raise(concern(Ids.next()), Here.in(context), linkWorker);
    }

    private RaiseConcern concern(UUID request) {
        return new RaiseConcern(request, referral, null, false, Narrative.of(SEEN), null);
    }

    private static ReviewConcern decide(Decision decision) {
        return new ReviewConcern(
                decision, Narrative.of("Weighed with the practice."), false, null, null, PersonName.of("Ada Obi"));
    }

    private List<String> events(ConcernId concern) {
        return jdbc.sql("select kind from event where subject_id = :id order by at, id")
                .param("id", concern.value())
                .query(String.class)
                .list();
    }

    private Account account(Role role) {
        return People.in(context).with(role).account();
    }
}
