package org.commonground.workflow.traces;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.commonground.account.Actor;
import org.commonground.placement.EndReason;
import org.commonground.placement.PlacementId;
import org.commonground.placement.PlacementState;
import org.commonground.testing.CommonGroundTest;
import org.commonground.testing.Placing;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;

/** The first session: alone or accompanied, missed, tried again, or given up. */
@CommonGroundTest
class FirstSessionTracesTest {

    @Autowired
    BeanFactory context;

    private Journey journey;
    private PlacementId placement;
    private Actor.SignedIn organiser;

    @BeforeEach
    void somebodyIsOffered() {
        journey = Journey.choosing(context);
        placement = journey.offered(journey.group());
        organiser = journey.whoMay(journey.task(placement.value(), "answer-offer"));
    }

    @Test
    void missed_then_attended() {
        miss();
        journey.trace(placement).isWaitingAt("ask-after-missed");
        assertThat(journey.places()).as("the place is kept").isOne();

        LocalDate again = inAWeek();
        journey.answer(placement, "ask-after-missed", Answered.triesAgain(again));
        journey.trace(placement).isWaitingAt("record-first-session").hasPassed("send-first-session-moved");
        assertThat(journey.placement(placement).firstSession().orElseThrow().on())
                .isEqualTo(again);
        assertThat(journey.mails(placement.value()))
                .containsExactly(
                        "offer", "first-session-appointment", "first-session-moved", "first-session-appointment");
        assertThatThrownBy(() -> journey.answer(placement, "record-first-session", Answered.attended()))
                .hasMessageContaining("answer this then");

        journey.comeToFirstSession(placement);
        journey.answer(placement, "record-first-session", Answered.attended());
        journey.trace(placement).isEnded().hasPassed("placed");
        assertThat(journey.places()).isOne();
        assertThat(journey.timers("wait-for-follow-up")).hasSize(1);
    }

    @Test
    void missed_twice() {
        miss();
        journey.answer(placement, "ask-after-missed", Answered.triesAgain(inAWeek()));
        journey.comeToFirstSession(placement);
        assertThat(journey.shown(organiser, placement.value(), "record-first-session"))
                .hasEntrySatisfying(
                        "ifMissed", words -> assertThat(words.toString()).contains("second time"));
        journey.answer(placement, "record-first-session", Answered.missed());

        gaveUp("record-first-session", "send-place-given-back-on-missed", "first-session-missed");
    }

    @Test
    void missed_and_not_tried_again() {
        miss();
        journey.answer(placement, "ask-after-missed", Answered.triesNoMore());

        gaveUp("ask-after-missed", "send-place-given-back-after-missed", "not-tried-again");
    }

    @Test
    void accompanied() {
        journey.answer(placement, "answer-offer", Placing.yes());
        journey.answer(placement, "ask-person", Answered.personSaysYes(inAWeek(), "Jo Alongside"));

        assertThat(journey.shown(organiser, placement.value(), "record-first-session"))
                .containsEntry("company", "Jo Alongside was to come along.");
        assertThat(journey.shown(journey.linkWorker(), placement.value(), "record-first-session"))
                .containsEntry("company", "Jo Alongside was to come along.");
    }

    /** Whoever records it first is heard; the other one is told so, and nothing is recorded twice. */
    @Test
    void recorded_by_the_organiser_while_the_link_worker_looks_at_it() {
        journey.agree(placement);
        journey.comeToFirstSession(placement);
        String task = journey.task(placement.value(), "record-first-session").id();
        journey.answerAs(organiser, placement.value(), "record-first-session", Answered.missed());

        assertThatThrownBy(() -> journey.port().submit(task, Submitted.of(Answered.attended()), journey.linkWorker()))
                .hasMessageContaining("already answered");
        assertThat(journey.state(placement)).isEqualTo(PlacementState.AGREED);
        assertThat(journey.openTasks(placement.value())).containsExactly("ask-after-missed");
    }

    private void miss() {
        journey.agree(placement);
        journey.comeToFirstSession(placement);
        journey.answer(placement, "record-first-session", Answered.missed());
    }

    private LocalDate inAWeek() {
        return journey.days().after(journey.days().today(), 5);
    }

    /** The place is free, nobody looks back, and choosing goes on. */
    private void gaveUp(String... passed) {
        journey.trace(placement).isEnded().hasPassedInOrder(passed);
        assertThat(journey.placement(placement).ended()).contains(EndReason.MISSED);
        assertThat(journey.mails(placement.value())).contains("place-given-back");
        assertThat(journey.places()).isZero();
        assertThat(journey.timers("wait-for-follow-up")).isEmpty();
        journey.executeJobs();
        journey.trace().isWaitingAt("choose-groups").hasPassed("review-round");
    }
}
