package org.commonground.workflow.traces;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.commonground.correspondence.MailKind;
import org.commonground.correspondence.Outbox;
import org.commonground.group.GroupId;
import org.commonground.placement.EndReason;
import org.commonground.placement.PlacementId;
import org.commonground.placement.PlacementState;
import org.commonground.placement.ReviewWaiting;
import org.commonground.placement.Stay;
import org.commonground.placement.StopReason;
import org.commonground.placement.StopReferral;
import org.commonground.placement.Stops;
import org.commonground.placement.ToldBy;
import org.commonground.placement.ToldHow;
import org.commonground.platform.Ids;
import org.commonground.platform.persistence.InOneTransaction;
import org.commonground.platform.personal.Narrative;
import org.commonground.referral.Outcome;
import org.commonground.referral.Way;
import org.commonground.testing.CommonGroundTest;
import org.commonground.testing.InventedGroup;
import org.commonground.testing.Placing;
import org.commonground.testing.Said;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Wherever a referral waits, withdrawn, moved, died or stopped ends it at once: every task, timer and placement, and
 * places are free.
 */
@CommonGroundTest
class StopTracesTest {

    @Autowired
    BeanFactory context;

    /** How a journey comes to where it waits, after the practice's message. */
    record Wait(String at, Consumer<Journey> comes) {

        @Override
        public String toString() {
            return at;
        }
    }

    static Stream<Wait> waits() {
        return Stream.of(
                new Wait("make-contact", journey -> {}),
                new Wait("wait-for-next-contact", journey -> journey.answer("make-contact", Said.noAnswer(Way.CALL))),
                new Wait("await-reply", journey -> journey.neverReached(Way.CALL, Way.MAIL, Way.CALL)),
                new Wait("hold-conversation", Journey::reached),
                new Wait(
                        "advise-on-capacity", journey -> journey.reached().answer("hold-conversation", Said.inDoubt())),
                new Wait(
                        "wait-for-follow-up, signposted",
                        journey -> journey.reached().answer("hold-conversation", Said.signposted())),
                new Wait("choose-groups", StopTracesTest::choosing),
                new Wait("check-person-side", journey -> choosing(journey).choose(journey.group())),
                new Wait("give-second-opinion", journey -> {
                    PlacementId placement =
                            choosing(journey).choose(journey.group()).get(0);
                    journey.answer(placement, "check-person-side", Answered.unresolvedRisk());
                }),
                new Wait("wait-for-review", journey -> waiting(journey)),
                new Wait("review-waiting", journey -> {
                    waiting(journey);
                    journey.fireTimer("wait-for-review");
                }),
                new Wait("ask-still-wanted", journey -> {
                    GroupId full = journey.group(InventedGroup.onePlace());
                    Journey other = Journey.choosing(journey.context());
                    other.organisers(full);
                    PlacementId taken = other.offered(full);
                    choosing(journey).waitingFor(full);
                    other.answer(taken, "answer-offer", Placing.no());
                    journey.moveOn(full);
                }),
                new Wait("choose-groups, waiting for another group", journey -> {
                    PlacementId placement = waiting(journey);
                    journey.fireTimer("wait-for-review");
                    journey.answer(placement, "review-waiting", new ReviewWaiting(Stay.TRY_OTHERS, null, null));
                }),
                new Wait("answer-offer", StopTracesTest::offered),
                new Wait("phone-organiser", journey -> {
                    offered(journey);
                    journey.fireTimer("phone-organiser-timer");
                }),
                new Wait("ask-person", journey -> journey.answer(offered(journey), "answer-offer", Placing.yes())),
                new Wait("record-first-session", journey -> journey.agree(offered(journey))),
                new Wait(
                        "try-placements, its job not yet run",
                        journey -> journey.answer(offered(journey), "answer-offer", Placing.no())),
                new Wait("two offers", journey -> {
                    List<PlacementId> both = choosing(journey).choose(journey.group(), journey.group());
                    both.forEach(placement -> journey.answer(placement, "check-person-side", Placing.noRisk()));
                }));
    }

    @ParameterizedTest
    @MethodSource("waits")
    void withdrawn_ends_everything(Wait wait) {
        Journey journey = Journey.received(context);
        wait.comes().accept(journey);
        stop(journey, StopReason.NO_CONSENT);

        assertEnded(journey, Outcome.WITHDRAWN);
        assertThat(journey.places()).isZero();
    }

    @ParameterizedTest
    @EnumSource(names = {"MOVED", "DIED", "NOT_WANTED", "UNSAFE"})
    void moved_died_or_stopped_while_an_offer_is_open(StopReason reason) {
        Journey journey = Journey.received(context);
        PlacementId placement = offered(journey);
        stop(journey, reason);

        assertEnded(journey, reason.outcome());
        assertThat(journey.places()).isZero();
        assertThat(journey.placement(placement).ended()).contains(EndReason.STOPPED);
    }

    @Test
    void died_before_anybody_was_reached_and_after_the_last_letter() {
        Journey early = Journey.received(context);
        stop(early, StopReason.DIED);
        assertEnded(early, Outcome.DIED);

        Journey late = Journey.received(context).neverReached(Way.CALL, Way.MAIL, Way.CALL);
        stop(late, StopReason.DIED);
        assertEnded(late, Outcome.DIED);
        assertThat(late.sent(late.referral().value(), "last-letter")).containsExactly("dropped");
    }

    /** The mail that tells when we talk waits in the outbox, or a node is sending it, or it could not be delivered. */
    @ParameterizedTest
    @ValueSource(strings = {"waiting", "claimed", "failed"})
    void died_with_a_mail_in_the_outbox(String state) {
        Journey journey = Journey.received(context).reached();
        UUID mail = journey.jdbc()
                .sql("select id from outbox where subject_id = :id and kind = 'conversation-appointment'")
                .param("id", journey.referral().value())
                .query(UUID.class)
                .single();
        journey.jdbc()
                .sql("update outbox set state = :state, claim = case when :state = 'claimed' then id end,"
                        + " claim_expires = case when :state = 'claimed' then posted end where id = :id")
                .param("state", state)
                .param("id", mail)
                .update();
        if (state.equals("failed")) {
            journey.undeliverable(mail, MailKind.CONVERSATION_APPOINTMENT);
            assertThat(journey.openTasks(mail)).containsExactly("mend-mail");
        }
        stop(journey, StopReason.DIED);

        assertEnded(journey, Outcome.DIED);
        assertThat(journey.sent(journey.referral().value(), "conversation-appointment"))
                .containsExactly("dropped");
        assertThat(journey.openTasks(mail)).isEmpty();
        if (state.equals("failed")) {
            journey.trace(mail).isEnded().hasPassedInOrder("mail-ceased", "not-to-be-told");
        }
    }

    @Test
    void nothing_is_posted_to_somebody_who_died() {
        Journey journey = Journey.received(context).reached();
        stop(journey, StopReason.DIED);
        journey.bean(InOneTransaction.class)
                .run(() -> journey.bean(Outbox.class)
                        .post(
                                MailKind.CONVERSATION_APPOINTMENT,
                                journey.referral().value(),
                                Ids.next()));

        assertThat(journey.sent(journey.referral().value(), "conversation-appointment"))
                .as("the one from before")
                .containsExactly("dropped");
    }

    /** Who attends a group keeps the place there: only what we do for them ends. */
    @Test
    void while_a_follow_up_is_awaited() {
        Journey journey = Journey.received(context);
        journey.attend(offered(journey));
        journey.executeJobs();
        stop(journey, StopReason.NOT_WANTED);

        assertEnded(journey, Outcome.STOPPED);
        assertThat(journey.places()).isOne();
    }

    @Test
    void while_somebody_is_to_hold_a_follow_up_with_a_person_who_died() {
        Journey journey = Journey.received(context);
        journey.attend(offered(journey));
        journey.executeJobs();
        journey.fireTimer("wait-for-follow-up");
        stop(journey, StopReason.DIED);

        assertEnded(journey, Outcome.DIED);
        assertThat(journey.places()).isZero();
    }

    @Test
    void the_organisers_hear_that_the_place_is_free() {
        Journey journey = Journey.received(context);
        PlacementId placement = offered(journey);
        stop(journey, StopReason.MOVED);

        assertThat(journey.state(placement)).isEqualTo(PlacementState.ENDED);
        assertThat(journey.mails(placement.value())).containsExactly("offer", "place-given-back");
    }

    private static Journey choosing(Journey journey) {
        return journey.reached().talked();
    }

    private static PlacementId waiting(Journey journey) {
        GroupId full = journey.group(InventedGroup.onePlace());
        Journey.choosing(journey.context()).offered(full);
        return choosing(journey).waitingFor(full);
    }

    private static PlacementId offered(Journey journey) {
        return choosing(journey).offered(journey.group());
    }

    private static void stop(Journey journey, StopReason reason) {
        journey.bean(Stops.class)
                .stop(
                        new StopReferral(
                                journey.referral(),
                                reason,
                                ToldBy.FAMILY_OR_CARER,
                                ToldHow.CALL,
                                Narrative.of("As they told us")),
                        journey.linkWorker());
    }

    private static void assertEnded(Journey journey, Outcome outcome) {
        journey.trace()
                .isEnded()
                .hasPassedInOrder("referral-stopped", "close-stopped", "send-news-of-stop", "stop-closed")
                .hasNotPassed("referral-closed");
        assertThat(journey.stands().outcome()).contains(outcome);
        assertThat(journey.mails(journey.referral().value())).endsWith("news");
        journey.assertNothingIsLeft();
    }
}
