package org.commonground.workflow.traces;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.commonground.correspondence.Deceased;
import org.commonground.correspondence.MessageKind;
import org.commonground.correspondence.outbox.Outbox;
import org.commonground.correspondence.outbox.PostLetter;
import org.commonground.correspondence.outbox.Told;
import org.commonground.group.GroupId;
import org.commonground.person.Safety;
import org.commonground.person.Way;
import org.commonground.placement.EndReason;
import org.commonground.placement.PlacementId;
import org.commonground.placement.PlacementState;
import org.commonground.placement.ending.StopReason;
import org.commonground.placement.ending.StopReferral;
import org.commonground.placement.ending.Stops;
import org.commonground.placement.ending.ToldBy;
import org.commonground.placement.ending.ToldHow;
import org.commonground.placement.waiting.ReviewWaiting;
import org.commonground.placement.waiting.Stay;
import org.commonground.platform.Ids;
import org.commonground.platform.persistence.InOneTransaction;
import org.commonground.platform.personal.Narrative;
import org.commonground.platform.time.MovableClock;
import org.commonground.referral.Outcome;
import org.commonground.referral.Referrals;
import org.commonground.referral.SendBack;
import org.commonground.referral.SentBackReason;
import org.commonground.referral.death.ConfirmDeath;
import org.commonground.referral.duplicate.DuplicateAnswer;
import org.commonground.referral.duplicate.LookAtDuplicate;
import org.commonground.testing.CommonGroundTest;
import org.commonground.testing.Invented;
import org.commonground.testing.InventedGroup;
import org.commonground.testing.Placing;
import org.commonground.testing.Said;
import org.commonground.workflow.tasks.TaskRefused;
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
                new Wait("could-they-be-told", journey -> journey.neverReached(Way.CALL, Way.MAIL, Way.CALL)),
                new Wait(
                        "await-reply",
                        journey -> journey.neverReached(Way.CALL, Way.MAIL, Way.CALL)
                                .writtenTo()),
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
        assertThat(late.sent(late.referral().value(), "not-reached")).containsExactly("dropped");
    }

    /** The mail that tells when we talk waits in the outbox, or a node is sending it, or it could not be delivered. */
    @ParameterizedTest
    @ValueSource(strings = {"waiting", "claimed", "failed"})
    void died_with_a_mail_in_the_outbox(String state) {
        Journey journey = Journey.received(context).reached();
        UUID mail = journey.jdbc()
                .sql("select id from message where subject_id = :id and kind = 'conversation-appointment'")
                .param("id", journey.referral().value())
                .query(UUID.class)
                .single();
        journey.jdbc()
                .sql("update message set state = :state, claim = case when :state = 'claimed' then id end,"
                        + " claim_expires = case when :state = 'claimed' then posted end where id = :id")
                .param("state", state)
                .param("id", mail)
                .update();
        if (state.equals("failed")) {
            journey.undeliverable(mail, MessageKind.CONVERSATION_APPOINTMENT);
            assertThat(journey.openTasks(mail)).containsExactly("mend-mail");
        }
        stop(journey, StopReason.DIED);

        assertEnded(journey, Outcome.DIED);
        assertThat(journey.sent(journey.referral().value(), "conversation-appointment"))
                .containsExactly("dropped");
        assertThat(journey.openTasks(mail)).isEmpty();
        if (state.equals("failed")) {
            journey.trace(mail).isEnded().hasPassedInOrder("message-ceased", "not-to-be-told");
        }
    }

    /** Each referral has a person of its own: this one is in the service twice, with two teams. */
    @Test
    void who_died_gets_nothing_through_another_referral_and_its_team_makes_sure() {
        Journey here = Journey.received(context);
        Journey there = again(here).reached();
        stop(here, StopReason.DIED);
        assertEnded(here, Outcome.DIED);

        assertThat(there.sent(there.referral().value(), "conversation-appointment"))
                .as("at once, before any job")
                .containsExactly("waiting");
        assertThat(there.openTasks(there.referral().value())).containsExactly("hold-conversation");
        there.executeJobs();
        assertThat(there.openTasks(there.referral().value())).containsExactly("confirm-death", "hold-conversation");
        assertThat(there.shown(there.linkWorker(), there.referral().value(), "hold-conversation"))
                .extractingByKey("notice")
                .asString()
                .contains("A death has been recorded");
        assertThat(there.shown(there.linkWorker(), there.referral().value(), "confirm-death")
                        .toString())
                .as("nothing of the other referral")
                .doesNotContain(
                        here.stands().reference().text(),
                        here.here().team().name(),
                        here.referral().toString());

        there.answer("confirm-death", died(ConfirmDeath.Answer.DIED));
        assertEnded(there, Outcome.DIED);
        assertThat(there.sent(there.referral().value(), "conversation-appointment"))
                .containsExactly("dropped");
        assertThat(there.story("death-heard-of", "death-settled")).hasSize(2);
    }

    @Test
    void a_death_is_made_sure_of_although_the_referral_has_ended_meanwhile() {
        Journey here = Journey.received(context);
        Journey there = again(here);
        stop(here, StopReason.DIED);
        there.executeJobs();
        there.bean(Referrals.class).sendBack(there.referral(), new SendBack(SentBackReason.OTHER), there.linkWorker());

        there.answer("confirm-death", died(ConfirmDeath.Answer.DIED));
        assertThat(there.bean(Deceased.class).hasDied(there.referral().value())).isTrue();
        assertThat(there.stands().outcome()).contains(Outcome.SENT_BACK);
        there.assertNothingIsLeft();
    }

    @Test
    void a_death_that_is_somebody_elses_lets_what_waited_go_out() {
        Journey here = Journey.received(context);
        Journey there = again(here).reached();
        stop(here, StopReason.DIED);
        there.executeJobs();
        assertThat(there.sent(there.referral().value(), "conversation-appointment"))
                .containsExactly("waiting");

        there.answer("confirm-death", died(ConfirmDeath.Answer.SOMEBODY_ELSE));
        there.moveTo(there.bean(MovableClock.class).instant().plus(Duration.ofMinutes(2)));
        assertThat(there.sent(there.referral().value(), "conversation-appointment"))
                .containsExactly("sent");
        there.trace().isWaitingAt("hold-conversation");
        assertThat(there.openTasks(there.referral().value())).containsExactly("hold-conversation");
    }

    @Test
    void a_letter_to_somebody_who_may_have_died_is_not_posted() {
        Journey here = Journey.received(context);
        Journey there = again(
                        here,
                        Invented.referral()
                                .contact(Safety.SAFE, Safety.UNSAFE, Safety.UNSAFE, Safety.UNSAFE, Safety.SAFE))
                .neverReached(Way.CALL, Way.CALL, Way.LETTER)
                .writtenTo();
        UUID letter = there.lastLetter();
        assertThat(there.openTasks(letter)).containsExactly("post-letter");
        stop(here, StopReason.DIED);

        assertThatThrownBy(() -> there.answer(letter, "post-letter", new PostLetter(Told.TOLD)))
                .isInstanceOf(TaskRefused.class)
                .hasMessageContaining("A death has been recorded");
        there.trace().isWaitingAt("could-they-be-told");
    }

    @Test
    void who_is_referred_after_their_death_is_asked_about_first() {
        Journey here = Journey.received(context);
        stop(here, StopReason.DIED);
        Journey there = again(here);
        there.executeJobs();

        assertThat(there.openTasks(there.referral().value())).contains("confirm-death");
    }

    /** The same person, referred to another team, which has kept the two apart. */
    private Journey again(Journey journey) {
        return again(journey, Invented.referral());
    }

    private Journey again(Journey journey, Invented invented) {
        Journey again = Journey.received(
                context, invented.person(journey.invented().message().person()));
        if (again.openTasks(again.referral().value()).contains("look-at-duplicate")) {
            again.answer("look-at-duplicate", new LookAtDuplicate(DuplicateAnswer.KEEP_APART, null));
        }
        return again;
    }

    private static ConfirmDeath died(ConfirmDeath.Answer answer) {
        return new ConfirmDeath(answer, new Narrative("The duty doctor looked it up"));
    }

    @Test
    void nothing_is_posted_to_somebody_who_died() {
        Journey journey = Journey.received(context).reached();
        stop(journey, StopReason.DIED);
        journey.bean(InOneTransaction.class)
                .run(() -> journey.bean(Outbox.class)
                        .post(
                                MessageKind.CONVERSATION_APPOINTMENT,
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
