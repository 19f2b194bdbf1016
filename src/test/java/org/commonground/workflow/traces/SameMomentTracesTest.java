package org.commonground.workflow.traces;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.commonground.account.Actor;
import org.commonground.placement.PlacementId;
import org.commonground.placement.ending.StopReason;
import org.commonground.placement.ending.StopReferral;
import org.commonground.placement.ending.Stops;
import org.commonground.placement.ending.ToldBy;
import org.commonground.placement.ending.ToldHow;
import org.commonground.platform.persistence.InOneTransaction;
import org.commonground.referral.Outcome;
import org.commonground.safeguarding.Decision;
import org.commonground.testing.CommonGroundTest;
import org.commonground.testing.Placing;
import org.commonground.workflow.tasks.OpenTask;
import org.commonground.workflow.tasks.TaskRefused;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;

/** What happens to one referral at the same moment ends as if it had happened one after the other. */
@CommonGroundTest
class SameMomentTracesTest {

    @Autowired
    BeanFactory context;

    @Test
    void two_groups_say_no() throws Exception {
        Journey journey = Journey.choosing(context);
        List<PlacementId> both = twoOffers(journey);

        atOnce(
                () -> journey.answer(both.get(0), "answer-offer", Placing.no()),
                () -> journey.answer(both.get(1), "answer-offer", Placing.no()));
        journey.executeJobs();
        journey.trace().isWaitingAt("choose-groups");
        assertThat(journey.openTasks(journey.referral().value())).containsExactly("choose-groups");
        assertThat(journey.places()).isZero();
    }

    @Test
    void two_first_sessions_are_recorded_and_one_plan_is_made() throws Exception {
        Journey journey = Journey.choosing(context);
        List<PlacementId> both = twoOffers(journey);
        both.forEach(journey::agree);
        journey.comeToFirstSession(both.get(0));

        atOnce(
                () -> journey.answer(both.get(0), "record-first-session", Answered.attended()),
                () -> journey.answer(both.get(1), "record-first-session", Answered.attended()));
        assertThat(journey.running().of("follow-up")).isOne();
        journey.executeJobs();
        journey.trace().hasPassed("person-placed").isNotEnded();
    }

    @Test
    void a_group_says_yes_while_the_referral_is_withdrawn() throws Exception {
        Journey journey = Journey.choosing(context);
        PlacementId placement = journey.offered(journey.group());

        OpenTask offer = journey.task(placement.value(), "answer-offer");
        Actor.SignedIn organiser = journey.whoMay(offer);
        atOnce(
                () -> {
                    try {
                        journey.port().takeOver(offer.id(), organiser);
                        journey.port().submit(offer.id(), Submitted.of(Placing.yes()), organiser);
                    } catch (TaskRefused late) {
                        assertThat(late.why()).isEqualTo(TaskRefused.Why.NO_LONGER_OPEN);
                    }
                },
                () -> journey.bean(InOneTransaction.class)
                        .run(() -> journey.bean(Stops.class)
                                .stop(
                                        new StopReferral(
                                                journey.referral(),
                                                StopReason.NO_CONSENT,
                                                ToldBy.PERSON,
                                                ToldHow.CALL,
                                                null),
                                        journey.linkWorker())));
        journey.trace().isEnded();
        assertThat(journey.stands().outcome()).contains(Outcome.WITHDRAWN);
        assertThat(journey.places()).isZero();
        journey.assertNothingIsLeft();
    }

    /** The offer is made and its clocks stand still, or it is not made. */
    @Test
    void an_offer_is_made_while_the_referral_is_paused() throws Exception {
        Journey journey = Journey.choosing(context);
        PlacementId placement = journey.choose(journey.group()).get(0);
        UUID concern = journey.raiseConcern();

        atOnce(
                () -> {
                    try {
                        journey.answer(placement, "check-person-side", Placing.noRisk());
                    } catch (TaskRefused paused) {
                        assertThat(paused).hasMessageContaining("paused");
                    }
                },
                () -> journey.answer(concern, "review-concern", Answered.decided(Decision.PAUSE)));
        assertThat(journey.timers("offer-lapses")).as("clocks that run").isEmpty();
        assertThat(journey.openTasks(placement.value()))
                .containsAnyOf("check-person-side", "answer-offer")
                .hasSize(1);
    }

    private static List<PlacementId> twoOffers(Journey journey) {
        List<PlacementId> both = journey.choose(journey.group(), journey.group());
        both.forEach(placement -> journey.answer(placement, "check-person-side", Placing.noRisk()));
        return both;
    }

    private static void atOnce(Runnable one, Runnable other) throws Exception {
        ExecutorService two = Executors.newFixedThreadPool(2);
        CyclicBarrier start = new CyclicBarrier(2);
        try {
            Future<?> first = two.submit(() -> started(start, one));
            Future<?> second = two.submit(() -> started(start, other));
            first.get(60, TimeUnit.SECONDS);
            second.get(60, TimeUnit.SECONDS);
        } finally {
            two.shutdownNow();
        }
    }

    private static void started(CyclicBarrier start, Runnable work) {
        try {
            start.await(10, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        work.run();
    }
}
