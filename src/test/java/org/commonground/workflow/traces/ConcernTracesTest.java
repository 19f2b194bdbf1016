package org.commonground.workflow.traces;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Date;
import java.util.UUID;
import org.camunda.bpm.engine.TaskService;
import org.commonground.account.Role;
import org.commonground.placement.PlacementId;
import org.commonground.platform.Ids;
import org.commonground.platform.personal.Narrative;
import org.commonground.platform.time.WorkingDays;
import org.commonground.safeguarding.Concerns;
import org.commonground.safeguarding.Decision;
import org.commonground.safeguarding.RaiseConcern;
import org.commonground.testing.CommonGroundTest;
import org.commonground.testing.Here;
import org.commonground.testing.Placing;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;

/** A concern from raising to deciding, and what a pause does to the offers of its referral. */
@CommonGroundTest
class ConcernTracesTest {

    @Autowired
    BeanFactory context;

    private Journey journey;

    /** The morning of a working day, so that days can be counted. */
    @BeforeEach
    void aMorning() {
        journey = Journey.choosing(context);
        LocalDate day = journey.days().after(journey.days().today(), 1);
        journey.moveTo(day.atTime(LocalTime.of(9, 0)).atZone(WorkingDays.LONDON).toInstant());
    }

    @Test
    void nothing_needs_doing_and_the_referral_goes_on_meanwhile() {
        UUID concern = journey.raiseConcern();
        journey.trace().isWaitingAt("choose-groups");
        journey.answer(concern, "review-concern", Answered.decided(Decision.NO_ACTION));

        journey.trace(concern)
                .isEnded()
                .hasPassedInOrder("concern-raised", "send-concern-raised", "review-concern", "no-action-needed");
        journey.trace().isWaitingAt("choose-groups");
    }

    /** Then it has no reference, belongs to no team, and still somebody is asked. */
    @Test
    void a_concern_may_be_about_a_group_alone() {
        UUID concern = journey.bean(Concerns.class)
                .raise(
                        new RaiseConcern(
                                Ids.next(),
                                null,
                                journey.group().value(),
                                true,
                                new Narrative("A helper came drunk"),
                                null),
                        Here.in(journey.context()),
                        journey.linkWorker())
                .value();

        assertThat(journey.task(concern, "review-concern").name()).isEqualTo("Review the concern");
        journey.answer(concern, "review-concern", Answered.decided(Decision.ACT));
        assertThat(journey.openTasks(concern)).isEmpty();
    }

    @Test
    void its_tasks_come_before_others() {
        assertThat(journey.bean(TaskService.class)
                        .createTaskQuery()
                        .processInstanceBusinessKey(journey.raiseConcern().toString())
                        .singleResult()
                        .getPriority())
                .isEqualTo(80);
    }

    @Test
    void something_is_done() {
        UUID concern = journey.raiseConcern();
        journey.answer(concern, "review-concern", Answered.decided(Decision.ACT));
        journey.trace(concern).isEnded().hasPassed("acted-on").hasNotPassed("lift-pause");
    }

    @Test
    void the_deputy_is_asked_too_when_the_working_day_ends() {
        UUID concern = journey.raiseConcern();
        assertThat(journey.task(concern, "review-concern").candidates())
                .containsExactly(journey.post(Role.SAFEGUARDING_LEAD));
        assertThat(journey.timer("deputy-timer").getDuedate().toInstant())
                .isEqualTo(journey.days().endOfDayIn(0));

        journey.fireTimer("deputy-timer");
        assertThat(journey.task(concern, "review-concern").candidates())
                .containsExactlyInAnyOrder(
                        journey.post(Role.SAFEGUARDING_LEAD), journey.post(Role.SAFEGUARDING_DEPUTY));
        journey.trace(concern)
                .isWaitingAt("review-concern")
                .hasPassedInOrder("bring-to-deputy", "send-concern-raised-to-deputy", "deputy-asked");
        assertThat(journey.mails(concern)).hasSizeGreaterThan(1).containsOnly("concern-raised");
    }

    @Test
    void a_pause_stops_the_clocks_of_an_offer_and_lifting_it_sets_them_anew() {
        PlacementId placement = journey.offered(journey.group());
        Date phone = journey.timer("phone-organiser-timer").getDuedate();
        Date lapse = journey.timer("offer-lapses").getDuedate();
        Instant due = journey.task(placement.value(), "answer-offer").due().orElseThrow();
        LocalDate answerBy = journey.placement(placement).answerBy().orElseThrow();
        UUID concern = pause();

        assertThat(journey.timers("phone-organiser-timer"))
                .as("none is running")
                .isEmpty();
        assertThat(journey.timers("offer-lapses")).isEmpty();
        journey.moveTo(journey.days().endOfDayIn(12));
        assertThat(lapse.toInstant()).isBefore(journey.days().endOfDayIn(0));
        assertThat(journey.stoppedTimers("offer-lapses")).hasSize(1);
        journey.trace(placement).isWaitingAt("answer-offer");

        journey.answer(concern, "lift-pause", Answered.safeAgain());
        journey.trace(concern).isEnded().hasPassed("pause-lifted");
        assertThat(journey.timer("phone-organiser-timer").getDuedate()).isEqualTo(later(phone, 12));
        assertThat(journey.timer("offer-lapses").getDuedate()).isEqualTo(later(lapse, 12));
        assertThat(journey.task(placement.value(), "answer-offer").due())
                .contains(later(Date.from(due), 12).toInstant());
        assertThat(journey.placement(placement).answerBy())
                .contains(journey.days().after(answerBy, 12));
        journey.fireTimer("offer-lapses");
        journey.trace(placement).isEnded().hasPassed("offer-lapsed");
    }

    @Test
    void an_answer_during_a_pause_is_taken_and_no_new_offer_is_made() {
        PlacementId placement = journey.offered(journey.group());
        pause();
        journey.answer(placement, "answer-offer", Placing.no());
        journey.executeJobs();

        journey.trace().isWaitingAt("choose-groups");
        assertThatThrownBy(() -> journey.choose(journey.group())).hasMessageContaining("paused");
        journey.trace().isWaitingAt("choose-groups");
    }

    @Test
    void clocks_stand_still_until_the_last_of_two_pauses_is_lifted() {
        PlacementId placement = journey.offered(journey.group());
        Date lapse = journey.timer("offer-lapses").getDuedate();
        UUID first = pause();
        journey.moveTo(journey.days().endOfDayIn(2));
        UUID second = pause();
        journey.moveTo(journey.days().endOfDayIn(1));
        journey.answer(first, "lift-pause", Answered.safeAgain());
        assertThat(journey.timers("offer-lapses")).isEmpty();

        journey.moveTo(journey.days().endOfDayIn(1));
        journey.answer(second, "lift-pause", Answered.safeAgain());
        assertThat(journey.timer("offer-lapses").getDuedate()).isEqualTo(later(lapse, 4));
        journey.trace(placement).isWaitingAt("answer-offer");
    }

    @Test
    void an_appointment_made_during_a_pause_is_told_when_it_is_lifted() {
        journey = Journey.received(context);
        UUID concern = pause();
        journey.reached();
        UUID referral = journey.referral().value();
        assertThat(journey.sent(referral, "conversation-appointment")).containsExactly("waiting");

        journey.moveTo(journey.days().endOfDayIn(1));
        assertThat(journey.sent(referral, "conversation-appointment"))
                .as("a day later")
                .containsExactly("waiting");
        journey.answer(concern, "lift-pause", Answered.safeAgain());
        aMinuteLater();
        assertThat(journey.sent(referral, "conversation-appointment")).containsExactly("sent");
        assertThat(journey.story("message-dropped")).isEmpty();
    }

    @Test
    void an_appointment_that_passed_during_a_pause_is_dropped_and_the_story_says_so() {
        journey = Journey.received(context);
        UUID concern = pause();
        journey.reached();
        UUID referral = journey.referral().value();
        assertThat(journey.sent(referral, "conversation-appointment")).containsExactly("waiting");

        journey.moveTo(journey.days().endOfDayIn(3));
        journey.answer(concern, "lift-pause", Answered.safeAgain());
        assertThat(journey.sent(referral, "conversation-appointment")).containsExactly("dropped");
        assertThat(journey.story("message-dropped")).containsExactly("message-dropped");
    }

    @Test
    void an_offer_that_was_not_sent_before_a_pause_is_sent_after_it_with_all_its_days() {
        PlacementId placement = journey.offered(journey.group());
        UUID concern = pause();
        assertThat(journey.sent(placement.value(), "offer")).containsExactly("waiting");
        journey.moveTo(journey.days().endOfDayIn(20));
        assertThat(journey.sent(placement.value(), "offer")).containsExactly("waiting");
        assertThat(journey.places()).isEqualTo(1);

        journey.answer(concern, "lift-pause", Answered.safeAgain());
        aMinuteLater();
        assertThat(journey.sent(placement.value(), "offer")).containsExactly("sent");
        assertThat(journey.placement(placement).answerBy())
                .contains(journey.days().after(journey.days().today(), 10));
        assertThat(journey.timer("offer-lapses").getDuedate().toInstant())
                .isEqualTo(journey.days().endOfDayIn(10));
        journey.answer(placement, "answer-offer", Placing.yes());
        journey.trace(placement).isWaitingAt("ask-person");
    }

    @Test
    void a_pause_that_is_never_lifted_loses_nothing() {
        PlacementId placement = journey.offered(journey.group());
        UUID concern = pause();
        assertThat(journey.sent(placement.value(), "offer")).containsExactly("waiting");
        journey.moveTo(journey.days().endOfDayIn(250));

        assertThat(journey.sent(placement.value(), "offer")).containsExactly("waiting");
        assertThat(journey.mails(placement.value())).containsExactly("offer");
        assertThat(journey.places()).isEqualTo(1);
        assertThat(journey.stoppedTimers("offer-lapses")).hasSize(1);
        assertThat(journey.openTasks(placement.value())).containsExactly("answer-offer");
        assertThat(journey.openTasks(concern)).containsExactly("lift-pause");
    }

    private void aMinuteLater() {
        journey.moveTo(journey.bean(Clock.class).instant().plusSeconds(61));
    }

    private UUID pause() {
        UUID concern = journey.raiseConcern();
        journey.answer(concern, "review-concern", Answered.decided(Decision.PAUSE));
        journey.trace(concern).isWaitingAt("lift-pause");
        return concern;
    }

    private Date later(Date date, int workingDays) {
        var moment = date.toInstant().atZone(WorkingDays.LONDON);
        return Date.from(journey.days()
                .after(moment.toLocalDate(), workingDays)
                .atTime(moment.toLocalTime())
                .atZone(WorkingDays.LONDON)
                .toInstant());
    }
}
