package org.commonground.workflow.traces;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.camunda.bpm.engine.task.Task;
import org.commonground.group.GroupId;
import org.commonground.placement.EndReason;
import org.commonground.placement.PersonSays;
import org.commonground.placement.PlacementId;
import org.commonground.placement.PlacementState;
import org.commonground.placement.waiting.AskStillWanted;
import org.commonground.placement.waiting.LeaveWaitingList;
import org.commonground.placement.waiting.ReviewWaiting;
import org.commonground.placement.waiting.Stay;
import org.commonground.placement.waiting.StopWaiting;
import org.commonground.placement.waiting.WaitingAnswers;
import org.commonground.placement.waiting.WaitingLists;
import org.commonground.platform.persistence.InOneTransaction;
import org.commonground.platform.time.WorkingDays;
import org.commonground.referral.Outcome;
import org.commonground.safeguarding.Decision;
import org.commonground.testing.CommonGroundTest;
import org.commonground.testing.InventedGroup;
import org.commonground.testing.Placing;
import org.commonground.testing.TimePasses;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;

/** Somebody waits for a place, by every way it can go; those before and after them in line have referrals of their own. */
@CommonGroundTest
class WaitingTracesTest {

    private static final AskStillWanted YES = new AskStillWanted(PersonSays.YES, null, null);
    private static final AskStillWanted NO = new AskStillWanted(PersonSays.NO, StopWaiting.TOO_LONG, null);
    private static final ReviewWaiting STAYS = new ReviewWaiting(Stay.STAY, null, null);

    @Autowired
    BeanFactory context;

    private Journey first;
    private Journey journey;
    private GroupId group;
    private PlacementId taken;

    @BeforeEach
    void aGroupIsFull() {
        first = Journey.choosing(context);
        group = first.group(InventedGroup.onePlace());
        taken = first.offered(group);
        journey = Journey.choosing(context);
        journey.organisers(group);
    }

    @Test
    void the_waiting_list_moves() {
        PlacementId placement = journey.waitingFor(group);
        journey.trace(placement)
                .isWaitingAt("wait-for-review")
                .hasPassedInOrder("hold-place", "no-place-yet", "waiting-started", "plan-review");
        assertThat(journey.position(placement)).isEqualTo("1 of 1");
        assertThat(journey.places()).isZero();

        first.answer(taken, "answer-offer", Placing.no());
        assertThat(journey.state(placement))
                .as("the transaction that gave the place back touched no list")
                .isEqualTo(PlacementState.WAITING);
        journey.moveOn(group);
        journey.trace(placement).isWaitingAt("ask-still-wanted").hasPassed("place-freed");
        assertThat(journey.places()).isOne();
        assertThat(journey.mails(placement.value()))
                .as("the person hears from the link worker")
                .isEmpty();

        journey.answer(placement, "ask-still-wanted", YES);
        journey.trace(placement).isWaitingAt("answer-offer").hasPassedInOrder("ask-still-wanted", "verdict-given");
        assertThat(journey.position(placement)).isEqualTo("not on the list");
        journey.attend(placement);
        journey.executeJobs();
        journey.trace().hasPassed("person-placed");
    }

    @Test
    void an_old_check_is_topped_up_before_the_offer() {
        PlacementId placement = journey.waitingFor(group);
        new TimePasses(context).days(29);
        freed(placement);

        journey.answer(placement, "ask-still-wanted", YES);
        journey.trace(placement).isWaitingAt("check-person-side").hasNotPassed("offer");
        assertThat(journey.places()).as("the place stays held").isOne();
        journey.answer(placement, "check-person-side", Placing.noRisk());
        journey.trace(placement).isWaitingAt("answer-offer");
        assertThat(journey.jdbc()
                        .sql("select count(*) from person_side_before where placement_id = :id")
                        .param("id", placement.value())
                        .query(Integer.class)
                        .single())
                .as("what was signed before is kept")
                .isOne();
    }

    @Test
    void a_place_is_free_again_where_the_second_check_says_not_this_group() {
        PlacementId placement = journey.waitingFor(group);
        new TimePasses(context).days(29);
        freed(placement);
        journey.answer(placement, "ask-still-wanted", YES);
        journey.answer(placement, "check-person-side", Answered.unresolvedRiskAndSupportGap());

        assertThat(journey.placement(placement).ended()).contains(EndReason.NOT_THIS_GROUP);
        assertThat(journey.places()).isZero();
    }

    @Test
    void a_declined_place_passes_on() {
        PlacementId placement = journey.waitingFor(group);
        Journey next = Journey.choosing(context);
        PlacementId later = next.waitingFor(group);
        assertThat(next.position(later)).isEqualTo("2 of 2");
        freed(placement);
        assertThat(next.state(later)).as("one place, one person asked").isEqualTo(PlacementState.WAITING);

        journey.answer(placement, "ask-still-wanted", NO);
        journey.trace(placement).isEnded().hasPassed("not-wanted-any-more");
        assertThat(next.position(later)).as("the gap has closed").isEqualTo("1 of 1");
        journey.executeJobs();
        journey.trace().isWaitingAt("choose-groups");

        next.moveOn(group);
        next.trace(later).isWaitingAt("ask-still-wanted");
    }

    @Test
    void nobody_asks_in_time_and_the_place_passes_on() {
        PlacementId placement = journey.waitingFor(group);
        Journey next = Journey.choosing(context);
        PlacementId later = next.waitingFor(group);
        freed(placement);
        journey.fireTimer("ask-lapses");

        journey.trace(placement).isWaitingAt("wait-for-review").hasPassed("pass-place-on");
        assertThat(journey.mails(placement.value())).as("the team's lead hears").containsOnly("place-passed-on");
        assertThat(journey.position(placement)).as("kept once").isEqualTo("1 of 2");
        next.moveOn(group);
        next.trace(later).isWaitingAt("ask-still-wanted");

        journey.fireTimer("wait-for-review");
        journey.answer(placement, "review-waiting", STAYS);
        next.answer(later, "ask-still-wanted", NO);
        journey.moveOn(group);
        journey.trace(placement).isWaitingAt("ask-still-wanted");
    }

    @Test
    void whoever_is_not_asked_twice_goes_to_the_end() {
        PlacementId placement = journey.waitingFor(group);
        Journey next = Journey.choosing(context);
        PlacementId later = next.waitingFor(group);
        freed(placement);
        journey.fireTimer("ask-lapses");
        journey.fireTimer("wait-for-review");
        journey.answer(placement, "review-waiting", STAYS);
        journey.moveOn(group);
        journey.fireTimer("ask-lapses");

        assertThat(journey.position(placement)).isEqualTo("2 of 2");
        assertThat(next.position(later)).isEqualTo("1 of 2");
    }

    @Test
    void the_person_stays_after_a_review() {
        PlacementId placement = journey.waitingFor(group);
        Instant review = journey.timer("wait-for-review").getDuedate().toInstant();
        journey.fireTimer("wait-for-review");
        journey.trace(placement).isWaitingAt("review-waiting");
        journey.answer(placement, "review-waiting", STAYS);

        journey.trace(placement).isWaitingAt("wait-for-review");
        assertThat(journey.timer("wait-for-review").getDuedate().toInstant())
                .isEqualTo(review.atZone(WorkingDays.LONDON).plusWeeks(4).toInstant());
        assertThat(journey.position(placement)).isEqualTo("1 of 1");
    }

    @Test
    void a_place_comes_free_while_the_person_is_asked_whether_they_stay() {
        PlacementId placement = journey.waitingFor(group);
        journey.fireTimer("wait-for-review");
        freed(placement);

        assertThat(journey.openTasks(placement.value())).containsExactly("ask-still-wanted");
    }

    @Test
    void left_the_list_at_a_review() {
        PlacementId placement = journey.waitingFor(group);
        journey.fireTimer("wait-for-review");
        journey.answer(placement, "review-waiting", new ReviewWaiting(Stay.LEAVE, StopWaiting.FOUND_OTHER, null));

        journey.trace(placement).isEnded().hasPassedInOrder("stays-no-longer", "left-waiting-list");
        assertThat(journey.placement(placement).ended()).contains(EndReason.LEFT_LIST);
        journey.executeJobs();
        journey.trace().isWaitingAt("choose-groups");
    }

    @Test
    void taken_off_the_list_by_the_link_worker() {
        PlacementId placement = journey.waitingFor(group);
        once(() ->
                answers().leave(placement, new LeaveWaitingList(StopWaiting.NOT_WANTED, null), journey.linkWorker()));

        journey.trace(placement).isEnded().hasPassedInOrder("waiting-ended", "off-the-list");
        journey.executeJobs();
        journey.trace().isWaitingAt("choose-groups");
        assertThatThrownBy(() -> once(() -> answers()
                        .leave(placement, new LeaveWaitingList(StopWaiting.NOT_WANTED, null), journey.linkWorker())))
                .hasMessageContaining("changed meanwhile");
    }

    @Test
    void the_group_closes_its_list_while_a_review_is_open() {
        PlacementId placement = journey.waitingFor(group);
        journey.fireTimer("wait-for-review");
        once(() -> answers().close(placement, journey.linkWorker()));

        journey.trace(placement).isEnded().hasPassed("off-the-list");
        assertThat(journey.placement(placement).ended()).contains(EndReason.LIST_CLOSED);
    }

    @Test
    void another_group_is_tried_meanwhile_and_the_follow_up_waits_for_nobody() {
        PlacementId placement = journey.waitingFor(group);
        journey.fireTimer("wait-for-review");
        journey.answer(placement, "review-waiting", new ReviewWaiting(Stay.TRY_OTHERS, null, null));
        assertThat(journey.openTasks(journey.referral().value())).containsExactly("choose-groups");

        PlacementId other = journey.offered(journey.group());
        journey.attend(other);
        journey.executeJobs();
        journey.running().anotherRound().isEnded().hasPassed("try-other-groups", "person-placed");
        journey.trace(journey.plan()).isWaitingAt("wait-for-follow-up");
        journey.trace(placement).isWaitingAt("wait-for-review");
        journey.trace().isWaitingAt("try-placements", "look-back").hasPassed("review-others", "others-tried");

        once(() ->
                answers().leave(placement, new LeaveWaitingList(StopWaiting.FOUND_OTHER, null), journey.linkWorker()));
        journey.executeJobs();
        journey.trace().isWaitingAt("look-back").hasPassed("person-placed");
    }

    @Test
    void another_group_says_no_meanwhile_and_nothing_more_is_wanted() {
        PlacementId placement = journey.waitingFor(group);
        journey.fireTimer("wait-for-review");
        journey.answer(placement, "review-waiting", new ReviewWaiting(Stay.TRY_OTHERS, null, null));
        journey.answer(journey.offered(journey.group()), "answer-offer", Placing.no());
        assertThat(journey.openTasks(journey.referral().value()))
                .as("asked at once, and once only")
                .containsExactly("choose-groups");
        assertThatThrownBy(() -> journey.answer("choose-groups", Answered.noSuitableGroup()))
                .hasMessageContaining("still being tried or waited for");

        journey.answer("choose-groups", Answered.nothingMore());
        journey.executeJobs();
        assertThat(journey.openTasks(journey.referral().value())).isEmpty();
        journey.trace(placement).isWaitingAt("wait-for-review");
        journey.trace().isWaitingAt("try-placements");
    }

    @Test
    void the_sibling_of_a_waiting_placement_fails() {
        GroupId other = journey.group();
        journey.answer("choose-groups", Placing.waiting(group, other));
        PlacementId waiting = journey.placementIn(group);
        PlacementId tried = journey.placementIn(other);
        journey.answer(waiting, "check-person-side", Placing.noRisk());
        journey.answer(tried, "check-person-side", Placing.noRisk());
        journey.answer(tried, "answer-offer", Placing.no());
        journey.executeJobs();

        journey.trace().isWaitingAt("try-placements", "another-round");
        assertThat(journey.openTasks(journey.referral().value())).containsExactly("choose-groups");
    }

    @Test
    void the_last_who_waited_and_the_last_who_was_tried_end_and_one_is_asked_to_choose() {
        PlacementId placement = journey.waitingFor(group);
        journey.fireTimer("wait-for-review");
        journey.answer(placement, "review-waiting", new ReviewWaiting(Stay.TRY_OTHERS, null, null));
        PlacementId other = journey.offered(journey.group());
        once(() -> answers().leave(placement, new LeaveWaitingList(StopWaiting.TOO_LONG, null), journey.linkWorker()));
        journey.executeJobs();
        journey.trace().hasPassed("others-go-on").isWaitingAt("another-round");

        journey.answer(other, "answer-offer", Placing.no());
        journey.executeJobs();
        journey.running().anotherRound().isWaitingAt("choose-groups");
        journey.answer("choose-groups", Answered.noSuitableGroup());
        journey.executeJobs();
        journey.trace().isEnded().hasPassed("others-tried", "referral-closed");
        assertThat(journey.stands().outcome()).contains(Outcome.NO_SUITABLE_GROUP);
        journey.assertNothingIsLeft();
    }

    @Test
    void whoever_comes_anew_does_not_pass_those_in_line() {
        PlacementId placement = journey.waitingFor(group);
        first.answer(taken, "answer-offer", Placing.no());
        Journey late = Journey.choosing(context);
        PlacementId after = late.waitingFor(group);

        assertThat(late.state(after)).isEqualTo(PlacementState.WAITING);
        assertThat(late.position(after)).isEqualTo("2 of 2");
        journey.moveOn(group);
        journey.trace(placement).isWaitingAt("ask-still-wanted");
    }

    @Test
    void whoever_would_not_wait_is_told_that_the_group_is_full() {
        GroupId free = journey.group(InventedGroup.onePlace());
        PlacementId placement = journey.choose(free).get(0);
        Journey.choosing(context).offered(free);
        journey.answer(placement, "check-person-side", Placing.noRisk());

        journey.trace(placement).isEnded().hasPassed("group-full");
    }

    @Test
    void a_pause_keeps_the_freed_place_and_stops_its_clock() {
        PlacementId placement = journey.waitingFor(group);
        freed(placement);
        UUID concern = journey.raiseConcern();
        journey.answer(concern, "review-concern", Answered.decided(Decision.PAUSE));
        assertThat(journey.timers("ask-lapses")).isEmpty();
        Instant before = journey.stoppedTimers("ask-lapses").get(0).getDuedate().toInstant();
        assertThatThrownBy(() -> journey.answer(placement, "ask-still-wanted", YES))
                .hasMessageContaining("paused");

        LocalDate paused = journey.days().today();
        new TimePasses(context).days(7);
        journey.answer(concern, "lift-pause", Answered.safeAgain());
        int stood = journey.days().between(paused, journey.days().today());
        assertThat(journey.timer("ask-lapses").getDuedate().toInstant())
                .as("as many working days later as it stood still")
                .isEqualTo(WorkingDays.endOf(
                        journey.days().after(LocalDate.ofInstant(before, WorkingDays.LONDON), stood)));
        journey.answer(placement, "ask-still-wanted", YES);
        journey.trace(placement).isWaitingAt("answer-offer");
    }

    @Test
    void whoever_is_paused_keeps_their_position_and_the_next_is_asked() {
        PlacementId placement = journey.waitingFor(group);
        Journey next = Journey.choosing(context);
        PlacementId later = next.waitingFor(group);
        UUID concern = journey.raiseConcern();
        journey.answer(concern, "review-concern", Answered.decided(Decision.PAUSE));
        first.answer(taken, "answer-offer", Placing.no());
        next.moveOn(group);

        next.trace(later).isWaitingAt("ask-still-wanted");
        assertThat(journey.position(placement)).isEqualTo("1 of 2");
    }

    @Test
    void whoever_has_two_offers_open_is_asked_later() {
        PlacementId placement = journey.waitingFor(group);
        once(() -> journey.bean(org.commonground.placement.choice.Rounds.class)
                .wantOthers(journey.referral(), journey.linkWorker()));
        journey.choose(journey.group(), journey.group());
        first.answer(taken, "answer-offer", Placing.no());
        journey.moveOn(group);

        assertThat(journey.state(placement)).isEqualTo(PlacementState.WAITING);
        Task task = journey.bean(org.camunda.bpm.engine.TaskService.class)
                .createTaskQuery()
                .processInstanceBusinessKey(placement.toString())
                .singleResult();
        assertThat(task).isNull();
    }

    private void freed(PlacementId placement) {
        first.answer(taken, "answer-offer", Placing.no());
        journey.moveOn(group);
        assertThat(journey.state(placement)).isEqualTo(PlacementState.ASKED);
    }

    private WaitingAnswers answers() {
        return context.getBean(WaitingAnswers.class);
    }

    private WaitingLists lists() {
        return context.getBean(WaitingLists.class);
    }

    private void once(Runnable work) {
        context.getBean(InOneTransaction.class).run(work);
        journey.running().look();
    }
}
