package org.commonground.followup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import org.commonground.account.Actor;
import org.commonground.conversation.measure.Measure;
import org.commonground.conversation.measure.MeasureChoices;
import org.commonground.conversation.measure.NotAsked;
import org.commonground.conversation.notebook.Entry;
import org.commonground.conversation.notebook.Notebooks;
import org.commonground.conversation.signpost.Signposting;
import org.commonground.conversation.signpost.Signpostings;
import org.commonground.conversation.talk.Conversations;
import org.commonground.placement.PlacementId;
import org.commonground.placement.firstsession.Attendance;
import org.commonground.placement.firstsession.FirstSessions;
import org.commonground.placement.firstsession.RecordFirstSession;
import org.commonground.platform.personal.Narrative;
import org.commonground.platform.refusal.Refusal;
import org.commonground.platform.time.MovableClock;
import org.commonground.platform.time.WorkingDays;
import org.commonground.referral.ReferralId;
import org.commonground.referral.Referrals;
import org.commonground.referral.Standing;
import org.commonground.referral.intake.Intake;
import org.commonground.testing.AsOf;
import org.commonground.testing.CommonGroundTest;
import org.commonground.testing.Filled;
import org.commonground.testing.Invented;
import org.commonground.testing.InventedGroup;
import org.commonground.testing.Moment;
import org.commonground.testing.Neighbourhood;
import org.commonground.testing.Placing;
import org.commonground.testing.Said;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One plan per referral, counted from the first session; each look-back once, reached or not. */
@CommonGroundTest
class FollowUpsTest {

    /** The first Wednesday of next March: nobody has ever had a day off on a Wednesday of that spring. */
    private static final LocalDate FIRST_SESSION =
            AsOf.today().plusYears(1).withMonth(3).with(TemporalAdjusters.firstInMonth(DayOfWeek.WEDNESDAY));

    private static final List<Integer> WEEKS = List.of(2, 6, 12);

    @Autowired
    ApplicationContext context;

    @Autowired
    FollowUps followUps;

    @Autowired
    Referrals referrals;

    @Autowired
    Intake intake;

    @Autowired
    MovableClock clock;

    @Autowired
    WorkingDays days;

    @Autowired
    JdbcClient jdbc;

    private ReferralId referral;

    @BeforeEach
    void referral() {
        Neighbourhood here = Neighbourhood.in(context);
        referral = intake.receive(Invented.referral().message(), null, here.actor())
                .referral();
    }

    @Test
    void is_planned_once_and_counted_from_the_first_session_attended_anywhere() {
        FollowUpPlanId plan = plan();
        FollowUpPlanId again = followUps.plan(referral, FIRST_SESSION.plusDays(9), List.of(4), Actor.SYSTEM);

        assertThat(again).isEqualTo(plan);
        assertThat(followUps.find(plan).followUps())
                .extracting(FollowUpPlan.Planned::on)
                .containsExactly(FIRST_SESSION.plusWeeks(2), FIRST_SESSION.plusWeeks(6), FIRST_SESSION.plusWeeks(12));
        assertThat(referrals.find(referral).standing()).isEqualTo(Standing.FOLLOWING_UP);
        assertThat(events()).containsExactly("follow-up-planned");
    }

    @Test
    void a_day_on_which_nobody_works_moves_to_the_next() {
        LocalDate goodFriday =
                Moment.MAUNDY_THURSDAY.after(days.today()).toLocalDate().plusDays(1);
        FollowUpPlanId plan = followUps.plan(referral, goodFriday.minusWeeks(2), List.of(2), Actor.SYSTEM);
        LocalDate tuesdayAfterEaster = goodFriday.plusDays(4);
        assertThat(followUps.next(plan)).contains(tuesdayAfterEaster);
    }

    @Test
    void keeps_what_was_said_and_goes_on_to_the_next() {
        FollowUpPlanId plan = plan();
        on(FIRST_SESSION.plusDays(15));

        followUps.hold(plan, said(), Actor.SYSTEM);

        LookBack first = followUps.held(plan).get(0);
        assertThat(first.week()).isEqualTo(2);
        assertThat(first.stillGoing()).isEqualTo(StillGoing.YES);
        assertThat(first.howItGoes().text()).isEqualTo("Sings again");
        assertThat(first.scores().score(Measure.SATISFIED)).contains(7);
        assertThat(first.scores().answers().get(Measure.ANXIOUS).because()).isEqualTo(NotAsked.TOO_UPSET);
        assertThat(first.scores().loneliness()).hasValue(4);
        assertThat(followUps.next(plan)).contains(FIRST_SESSION.plusWeeks(6));
        assertThat(events()).containsExactly("follow-up-planned", "follow-up-held");
    }

    @Test
    void whoever_is_not_reached_is_tried_again_at_the_next_one() {
        FollowUpPlanId plan = plan();
        on(FIRST_SESSION.plusWeeks(13));

        followUps.hold(plan, HoldFollowUp.notReached(FollowUpWay.CALL), Actor.SYSTEM);
        followUps.hold(plan, said(), Actor.SYSTEM);
        followUps.hold(plan, HoldFollowUp.notReached(FollowUpWay.LETTER), Actor.SYSTEM);

        assertThat(followUps.next(plan)).isEmpty();
        assertThat(followUps.held(plan)).extracting(LookBack::reached).containsExactly(false, true, false);
        assertThatThrownBy(() -> followUps.hold(plan, said(), Actor.SYSTEM)).isInstanceOf(Refusal.class);
    }

    @Test
    void somebody_who_goes_no_more_gives_the_place_to_somebody_else() throws Exception {
        Placing placing = Placing.in(context);
        PlacementId placement = attended(placing);
        FollowUpPlanId plan = followUps.plan(referral, days.today(), WEEKS, Actor.SYSTEM);
        on(followUps.next(plan).orElseThrow());

        followUps.hold(plan, said(StillGoing.SOMETIMES), placing.linkWorker());
        assertThat(place(placement)).isNotEqualTo("given-back");
        on(followUps.next(plan).orElseThrow());
        followUps.hold(plan, said(StillGoing.STOPPED), placing.linkWorker());
        assertThat(place(placement)).isEqualTo("given-back");
        assertThat(leftBecause(placement)).isEqualTo("not-said");
    }

    @Test
    void whoever_finished_the_course_has_left_because_of_that() throws Exception {
        Placing placing = Placing.in(context);
        PlacementId placement = attended(placing);
        FollowUpPlanId plan = followUps.plan(referral, days.today(), WEEKS, Actor.SYSTEM);
        on(followUps.next(plan).orElseThrow());

        followUps.hold(plan, said(StillGoing.FINISHED), placing.linkWorker());
        assertThat(leftBecause(placement)).isEqualTo("course-ended");
    }

    @Test
    void whoever_was_signposted_is_asked_whether_to_choose_groups_after_all() {
        context.getBean(Conversations.class).hold(referral, Said.signposted(), Actor.SYSTEM);
        Signposting signposting =
                context.getBean(Signpostings.class).newest(referral).orElseThrow();
        FollowUpPlanId plan = followUps.planCall(referral, signposting, List.of(4), Actor.SYSTEM);
        on(followUps.next(plan).orElseThrow());

        assertThatThrownBy(() -> followUps.hold(plan, said(), Actor.SYSTEM))
                .isInstanceOfSatisfying(
                        Refusal.class, no -> assertThat(no.fields()).containsOnlyKeys("chooseGroups"));
        followUps.hold(plan, Filled.with(said(), "chooseGroups", true), Actor.SYSTEM);
        assertThat(followUps.wantsGroups(plan)).isTrue();
        assertThat(referrals.find(referral).standing()).isEqualTo(Standing.CHOOSING);
    }

    @Test
    void nothing_is_noted_of_whoever_was_not_reached() {
        FollowUpPlanId plan = plan();
        on(FIRST_SESSION.plusDays(15));
        followUps.hold(
                plan,
                Filled.with(HoldFollowUp.notReached(FollowUpWay.CALL), "note", new Narrative("Left from before")),
                Actor.SYSTEM);
        assertThat(context.getBean(Notebooks.class).of(referral).notes()).isEmpty();
    }

    @Test
    void nothing_is_held_before_its_day() {
        FollowUpPlanId plan = plan();
        on(FIRST_SESSION.plusDays(13));
        assertThatThrownBy(() -> followUps.hold(plan, said(), Actor.SYSTEM))
                .isInstanceOfSatisfying(
                        Refusal.class, no -> assertThat(no.kind()).isEqualTo(Refusal.Kind.CONFLICT));
        on(FIRST_SESSION.plusWeeks(2));
        followUps.hold(plan, said(), Actor.SYSTEM);
    }

    @Test
    void everything_that_is_missing_is_said_at_once_and_every_measure_needs_a_number_or_a_reason() {
        FollowUpPlanId plan = plan();
        on(FIRST_SESSION.plusDays(15));
        HoldFollowUp bare = new HoldFollowUp(
                true,
                FollowUpWay.CALL,
                null,
                null,
                null,
                null,
                new MeasureChoices("11", "x", null, "5", "1", "1", "4", "0"),
                null,
                null);
        assertThatThrownBy(() -> followUps.hold(plan, bare, Actor.SYSTEM))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        no -> assertThat(no.fields())
                                .containsOnlyKeys(
                                        "stillGoing",
                                        "howItGoes",
                                        "whatNext",
                                        "consentReminded",
                                        "satisfied",
                                        "worthwhile",
                                        "happy",
                                        "isolated",
                                        "lonely"));
        assertThat(followUps.held(plan)).isEmpty();
    }

    @Test
    void what_was_said_stands_in_no_column_as_plain_text_and_shows_itself_nowhere() {
        FollowUpPlanId plan = plan();
        on(FIRST_SESSION.plusDays(15));
        followUps.hold(plan, said(), Actor.SYSTEM);
        String row = jdbc.sql("select f::text from follow_up f where plan_id = :plan and week = 2")
                .param("plan", plan.value())
                .query(String.class)
                .single();
        assertThat(row + said() + followUps.held(plan)).doesNotContain("Sings", "choir", "stage");
    }

    private PlacementId attended(Placing placing) throws Exception {
        referral = placing.referral();
        PlacementId placement = placing.agreed(referral, InventedGroup.singers().in(context));
        context.getBean(FirstSessions.class)
                .record(placement, new RecordFirstSession(Attendance.ATTENDED, null), placing.linkWorker());
        return placement;
    }

    private String leftBecause(PlacementId placement) {
        return jdbc.sql("select left_because from placement where id = :placement")
                .param("placement", placement.value())
                .query(String.class)
                .single();
    }

    private FollowUpPlanId plan() {
        return followUps.plan(referral, FIRST_SESSION, WEEKS, Actor.SYSTEM);
    }

    private void on(LocalDate day) {
        clock.moveTo(day.atTime(10, 0).toInstant(ZoneOffset.UTC));
    }

    private String place(PlacementId placement) {
        return jdbc.sql("select state from place where placement_id = :placement")
                .param("placement", placement.value())
                .query(String.class)
                .single();
    }

    private static HoldFollowUp said() {
        return said(StillGoing.YES);
    }

    private static HoldFollowUp said(StillGoing stillGoing) {
        return new HoldFollowUp(
                true,
                FollowUpWay.CALL,
                stillGoing,
                Narrative.of("Sings again"),
                Narrative.of("Stays with the choir"),
                new Entry(null, Narrative.of("Stand on a stage"), null, null),
                new MeasureChoices("7", "8", "6", "not-asked-too-upset", "1", "1", "2", "4"),
                true,
                null);
    }

    private List<String> events() {
        return jdbc.sql("select kind from event where referral_id = :id and kind like 'follow-up%' order by at, id")
                .param("id", referral.value())
                .query(String.class)
                .list();
    }
}
