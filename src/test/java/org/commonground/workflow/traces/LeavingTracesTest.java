package org.commonground.workflow.traces;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.LocalTime;
import org.commonground.group.GroupId;
import org.commonground.placement.PlacementId;
import org.commonground.placement.PlacementState;
import org.commonground.placement.ending.Leavings;
import org.commonground.placement.ending.LeftBecause;
import org.commonground.placement.ending.RecordLeaving;
import org.commonground.platform.persistence.InOneTransaction;
import org.commonground.platform.time.WorkingDays;
import org.commonground.testing.CommonGroundTest;
import org.commonground.testing.Placing;
import org.commonground.workflow.sweep.Sweep;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;

/** A person leaves a group they came to: what becomes of the place, and of them. */
@CommonGroundTest
class LeavingTracesTest {

    @Autowired
    BeanFactory context;

    private Journey journey;

    @BeforeEach
    void somebodyIsChoosing() {
        journey = Journey.choosing(context);
    }

    @Test
    void left_before_the_course_ends_and_another_group_is_found() {
        PlacementId placement = attended(journey.group());
        leave(placement, LeftBecause.DID_NOT_SUIT);

        assertThat(journey.places()).as("the place is free at once").isZero();
        assertThat(journey.openTasks(journey.referral().value())).containsExactly("choose-groups");
        journey.trace().isNotEnded();

        PlacementId better = journey.offered(journey.group());
        journey.attend(better);
        journey.executeJobs();
        assertThat(journey.state(better)).isEqualTo(PlacementState.ATTENDED);
        assertThat(journey.running().of("follow-up"))
                .as("one plan per referral")
                .isOne();
        assertThat(journey.openTasks(journey.referral().value())).isEmpty();
    }

    @Test
    void left_a_group_and_the_next_one_says_no() {
        leave(attended(journey.group()), LeftBecause.DID_NOT_SUIT);
        PlacementId second = journey.offered(journey.group());
        journey.answer(second, "answer-offer", Placing.no());
        journey.executeJobs();

        assertThat(journey.openTasks(journey.referral().value()))
                .as("they go nowhere, so they choose again")
                .containsExactly("choose-groups");
    }

    @Test
    void the_place_comes_back_after_the_course() {
        PlacementId placement = attended(journey.group());
        LocalDate first =
                journey.placement(placement).firstSession().orElseThrow().on();

        sweepOn(first.plusWeeks(5));
        assertThat(journey.places()).as("on the last day of six weeks").isOne();
        sweepOn(first.plusWeeks(5).plusDays(1));
        assertThat(journey.places()).as("after the last day").isZero();

        leave(placement, LeftBecause.COURSE_ENDED);
        assertThat(journey.openTasks(journey.referral().value())).isEmpty();
    }

    @Test
    void somebody_who_got_what_they_came_for_needs_no_other_group() {
        leave(attended(journey.group()), LeftBecause.GOT_WHAT_THEY_CAME_FOR);

        assertThat(journey.places()).isZero();
        assertThat(journey.openTasks(journey.referral().value())).isEmpty();
        assertThat(journey.timers("wait-for-follow-up")).hasSize(1);
    }

    @Test
    void leaving_is_recorded_once() {
        PlacementId placement = attended(journey.group());
        leave(placement, LeftBecause.DID_NOT_SUIT);

        assertThatThrownBy(() -> leave(placement, LeftBecause.UNWELL)).hasMessageContaining("already");
    }

    private PlacementId attended(GroupId group) {
        PlacementId placement = journey.offered(group);
        journey.attend(placement);
        journey.executeJobs();
        return placement;
    }

    private void leave(PlacementId placement, LeftBecause because) {
        context.getBean(InOneTransaction.class)
                .run(() -> context.getBean(Leavings.class)
                        .record(new RecordLeaving(placement, because, null), journey.linkWorker()));
        journey.running().look();
    }

    private void sweepOn(LocalDate day) {
        journey.moveTo(day.atTime(LocalTime.NOON).atZone(WorkingDays.LONDON).toInstant());
        context.getBean(Sweep.class).run();
    }
}
