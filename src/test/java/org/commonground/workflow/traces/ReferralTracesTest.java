package org.commonground.workflow.traces;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.commonground.group.GroupId;
import org.commonground.placement.PlacementId;
import org.commonground.placement.PlacementState;
import org.commonground.platform.time.WorkingDays;
import org.commonground.referral.Outcome;
import org.commonground.referral.Standing;
import org.commonground.testing.CommonGroundTest;
import org.commonground.testing.Invented;
import org.commonground.testing.Placing;
import org.commonground.testing.Said;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;

/** A referral from the practice's message to its end, by every way there is. */
@CommonGroundTest
class ReferralTracesTest {

    @Autowired
    BeanFactory context;

    @Test
    void straight_to_the_end_with_three_follow_ups() {
        Journey journey = Journey.received(context);
        journey.trace().isWaitingAt("make-contact");
        assertThat(journey.stands().standing()).isEqualTo(Standing.RECEIVED);

        journey.reached().talked();
        PlacementId placement = journey.offered(journey.group());
        journey.attend(placement);
        journey.trace(placement)
                .isEnded()
                .hasPassedInOrder(
                        "group-chosen",
                        "check-person-side",
                        "weigh-person-side",
                        "hold-place",
                        "send-offer",
                        "answer-offer",
                        "ask-person",
                        "send-first-session-appointment",
                        "record-first-session",
                        "placed");
        assertThat(journey.state(placement)).isEqualTo(PlacementState.ATTENDED);

        journey.running().assertVariablesAreAsDeclared();
        journey.executeJobs();
        journey.trace().isNotEnded().hasPassed("person-placed", "first-session-attended");
        LocalDate firstSession = journey.days().today();
        for (int week : List.of(2, 6, 12)) {
            assertThat(dueOf(journey.timer("wait-for-follow-up").getDuedate().toInstant()))
                    .isEqualTo(journey.days().after(firstSession.plusWeeks(week), 0));
            journey.fireTimer("wait-for-follow-up");
            journey.answer(journey.plan(), "hold-follow-up", Answered.notReached());
        }
        journey.trace(journey.plan()).isEnded().hasPassed("all-held");
        assertThat(journey.stands().isOpen())
                .as("whoever held the last one waits for nothing else")
                .isTrue();

        journey.executeJobs();
        journey.trace()
                .isEnded()
                .hasPassedInOrder(
                        "referral-received",
                        "send-received",
                        "triage-referral",
                        "make-contact",
                        "send-conversation-appointment",
                        "hold-conversation",
                        "choose-groups",
                        "review-round",
                        "close-referral",
                        "send-news",
                        "referral-closed");
        assertThat(journey.stands().outcome()).contains(Outcome.PLACED_AND_FOLLOWED_UP);
        assertThat(journey.mails(journey.referral().value()))
                .containsExactly("received", "conversation-appointment", "news");
        assertThat(journey.mails(placement.value())).containsExactly("offer", "first-session-appointment");
        assertThat(journey.places())
                .as("the place is the person's until the course ends")
                .isOne();
        journey.assertNothingIsLeft();
    }

    @Test
    void routine_is_due_in_five_working_days_and_urgent_in_one() {
        Task routine = firstTask(Journey.received(context));
        Task urgent = firstTask(Journey.received(context, Invented.referral().urgent()));

        WorkingDays days = context.getBean(WorkingDays.class);
        assertThat(dueOf(routine.getDueDate().toInstant())).isEqualTo(days.after(days.today(), 5));
        assertThat(dueOf(urgent.getDueDate().toInstant())).isEqualTo(days.after(days.today(), 1));
        assertThat(routine.getPriority()).isEqualTo(50);
        assertThat(urgent.getPriority()).isEqualTo(80);
    }

    @Test
    void declined_when_reached() {
        Journey journey = Journey.received(context);
        journey.answer("make-contact", Said.doesNotWant());

        ended(journey, Outcome.DECLINED);
        journey.trace().hasNotPassed("hold-conversation");
    }

    @Test
    void declined_in_the_conversation() {
        Journey journey = Journey.received(context).reached();
        journey.answer("hold-conversation", Said.doesNotWantAfterAll());

        ended(journey, Outcome.DECLINED);
        journey.trace().hasNotPassed("choose-groups");
    }

    @Test
    void no_suitable_group() {
        Journey journey = Journey.choosing(context);
        journey.answer("choose-groups", Answered.noSuitableGroup());

        ended(journey, Outcome.NO_SUITABLE_GROUP);
        journey.trace().hasPassed("no-group-found").hasNotPassed("try-placements");
    }

    @Test
    void two_groups_of_one_round_may_both_be_the_persons() {
        Journey journey = Journey.choosing(context);
        List<PlacementId> both = journey.choose(journey.group(), journey.group());
        both.forEach(placement -> journey.answer(placement, "check-person-side", Placing.noRisk()));
        both.forEach(journey::agree);
        journey.comeToFirstSession(both.get(0));
        both.forEach(placement -> journey.answer(placement, "record-first-session", Answered.attended()));
        both.forEach(placement -> journey.trace(placement).isEnded().hasPassed("placed"));

        assertThat(journey.timers("wait-for-follow-up"))
                .as("one plan per referral")
                .hasSize(1);
        journey.executeJobs();
        journey.trace().hasPassed("person-placed").isNotEnded();
        assertThat(journey.places()).isEqualTo(2);
    }

    @Test
    void follow_ups_wait_for_no_slow_group() {
        Journey journey = Journey.choosing(context);
        List<PlacementId> both = journey.choose(journey.group(), journey.group());
        both.forEach(placement -> journey.answer(placement, "check-person-side", Placing.noRisk()));
        PlacementId quick = both.get(0);
        PlacementId slow = both.get(1);
        journey.agree(slow);
        journey.attend(quick);
        journey.executeJobs();

        journey.trace(slow).isWaitingAt("record-first-session");
        journey.running().assertVariablesAreAsDeclared();
        journey.fireTimer("wait-for-follow-up");
        journey.answer(journey.plan(), "hold-follow-up", Answered.notReached());
        journey.trace(slow).isWaitingAt("record-first-session");
        journey.trace().isWaitingAt("try-placements", "look-back");

        journey.answer(slow, "record-first-session", Answered.missed());
        journey.answer(slow, "ask-after-missed", Answered.triesNoMore());
        journey.executeJobs();
        journey.trace().hasPassed("person-placed").isNotEnded();
        for (int left = 2; left > 0; left--) {
            journey.fireTimer("wait-for-follow-up");
            journey.answer(journey.plan(), "hold-follow-up", Answered.notReached());
        }
        journey.executeJobs();
        ended(journey, Outcome.PLACED_AND_FOLLOWED_UP);
    }

    /** A round that failed leads back to choosing, as often as it takes. */
    @Test
    void a_second_round_after_the_first_failed() {
        Journey journey = Journey.choosing(context);
        GroupId no = journey.group();
        journey.answer(journey.offered(no), "answer-offer", Placing.no());
        journey.trace().isWaitingAt("try-placements");
        journey.executeJobs();
        journey.trace().isWaitingAt("choose-groups").hasPassed("review-round");

        PlacementId second = journey.offered(journey.group());
        journey.attend(second);
        journey.executeJobs();
        journey.trace().hasPassed("person-placed");
        assertThat(journey.placement(second).round()).isEqualTo(2);
    }

    private static void ended(Journey journey, Outcome outcome) {
        journey.trace().isEnded().hasPassedInOrder("close-referral", "send-news", "referral-closed");
        assertThat(journey.stands().outcome()).contains(outcome);
        assertThat(journey.mails(journey.referral().value())).contains("news");
        journey.assertNothingIsLeft();
    }

    private static LocalDate dueOf(Instant moment) {
        return LocalDate.ofInstant(moment, WorkingDays.LONDON);
    }

    private static Task firstTask(Journey journey) {
        return journey.bean(TaskService.class)
                .createTaskQuery()
                .processInstanceBusinessKey(journey.referral().toString())
                .singleResult();
    }
}
