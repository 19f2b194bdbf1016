package org.commonground.workflow.traces;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.commonground.account.Role;
import org.commonground.conversation.capacity.CapacityAdvice;
import org.commonground.conversation.code.Codes;
import org.commonground.platform.personal.Narrative;
import org.commonground.platform.personal.PersonName;
import org.commonground.platform.time.WorkingDays;
import org.commonground.referral.Outcome;
import org.commonground.referral.Standing;
import org.commonground.referral.consent.ConsentAnswers;
import org.commonground.referral.consent.GivenBy;
import org.commonground.referral.consent.Purpose;
import org.commonground.testing.CommonGroundTest;
import org.commonground.testing.Filled;
import org.commonground.testing.Said;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;

/** Conversations, as often as it takes, and every way they end. */
@CommonGroundTest
class TalkingTracesTest {

    @Autowired
    BeanFactory context;

    @Test
    void talk_again_on_a_date() {
        Journey journey = Journey.received(context).reached();
        LocalDate day = journey.days().today().plusDays(8);
        journey.answer("hold-conversation", Said.talkAgain(day));

        journey.trace().isWaitingAt("hold-conversation");
        assertThat(journey.mails(journey.referral().value()))
                .containsExactly("received", "conversation-appointment", "conversation-appointment");
        assertThat(dueOf(journey.task(journey.referral().value(), "hold-conversation")
                        .due()
                        .orElseThrow()))
                .isEqualTo(day);
        assertThat(journey.stands().standing()).isEqualTo(Standing.TALKING);
        journey.talked().trace().isWaitingAt("choose-groups");
    }

    @Test
    void not_ready_in_the_conversation_is_asked_again_on_a_date() {
        Journey journey = Journey.received(context).reached();
        LocalDate later = journey.days().today().plusDays(40);
        journey.answer("hold-conversation", Said.notReadyToTalk(later));

        assertThat(dueOf(journey.timer("wait-for-next-contact").getDuedate().toInstant()))
                .isEqualTo(later);
        journey.fireTimer("wait-for-next-contact");
        journey.trace().isWaitingAt("make-contact");
        journey.reached().trace().isWaitingAt("hold-conversation");
    }

    @Test
    void signposted_in_the_conversation_and_called_once() {
        Journey journey = signposted();

        assertThat(dueOf(journey.timer("wait-for-follow-up").getDuedate().toInstant()))
                .isEqualTo(journey.days().after(journey.days().today().plusWeeks(4), 0));
        assertThat(journey.stands().standing()).isEqualTo(Standing.FOLLOWING_UP);
        journey.running().assertVariablesAreAsDeclared();
        journey.fireTimer("wait-for-follow-up");
        journey.answer(journey.plan(), "hold-follow-up", Answered.called(false));
        journey.executeJobs();

        ended(journey, Outcome.SIGNPOSTED);
        journey.trace().hasNotPassed("accompany");
    }

    @Test
    void signposted_and_not_reached_in_the_call() {
        Journey journey = signposted();
        journey.fireTimer("wait-for-follow-up");
        journey.answer(journey.plan(), "hold-follow-up", Answered.notReached());
        journey.executeJobs();

        ended(journey, Outcome.SIGNPOSTED);
    }

    /** The plan of the call is no plan after a first session: that one is made when it comes. */
    @Test
    void signposted_and_after_the_call_a_group_after_all() {
        Journey journey = signposted();
        journey.fireTimer("wait-for-follow-up");
        journey.answer(journey.plan(), "hold-follow-up", Answered.called(true));
        journey.executeJobs();
        journey.trace().isWaitingAt("choose-groups").hasPassed("review-signposting");
        assertThat(journey.stands().standing()).isEqualTo(Standing.CHOOSING);
        assertThat(journey.bean(Codes.class).of(journey.referral()))
                .as("the code for having agreed")
                .extracting(recorded -> recorded.code().text())
                .containsExactly("871731000000106");

        journey.attend(journey.offered(journey.group()));
        journey.executeJobs();
        journey.trace().hasPassed("person-placed", "first-session-attended");
        for (int left = 3; left > 0; left--) {
            journey.fireTimer("wait-for-follow-up");
            journey.answer(journey.plan(), "hold-follow-up", Answered.notReached());
        }
        journey.executeJobs();
        ended(journey, Outcome.PLACED_AND_FOLLOWED_UP);
    }

    @Test
    void signposted_instead_of_a_group_comes_to_the_same_call() {
        Journey journey = Journey.choosing(context);
        journey.answer("choose-groups", Answered.signposted());
        journey.trace().hasPassed("signposted-instead", "plan-call-beside").isWaitingAt("call-beside");
        journey.fireTimer("wait-for-follow-up");
        journey.answer(journey.plan(), "hold-follow-up", Answered.called(false));
        journey.executeJobs();

        ended(journey, Outcome.SIGNPOSTED);
    }

    @Test
    void signposted_instead_of_a_group_and_after_the_call_a_group_after_all() {
        Journey journey = Journey.choosing(context);
        journey.answer("choose-groups", Answered.signposted());
        journey.fireTimer("wait-for-follow-up");
        journey.answer(journey.plan(), "hold-follow-up", Answered.called(true));
        journey.executeJobs();

        assertThat(journey.openTasks(journey.referral().value())).containsExactly("choose-groups");
        journey.attend(journey.offered(journey.group()));
        for (int left = 3; left > 0; left--) {
            journey.executeJobs();
            journey.fireTimer("wait-for-follow-up");
            journey.answer(journey.plan(), "hold-follow-up", Answered.notReached());
        }
        journey.executeJobs();
        ended(journey, Outcome.PLACED_AND_FOLLOWED_UP);
    }

    @Test
    void in_doubt_whether_they_can_decide_a_supervisor_advises_first() {
        Journey journey = Journey.received(context).reached();
        journey.answer("hold-conversation", Said.inDoubt());
        journey.trace().isWaitingAt("advise-on-capacity").hasNotPassed("choose-groups");
        assertThat(journey.task(journey.referral().value(), "advise-on-capacity")
                        .candidates())
                .containsExactly(journey.post(Role.CLINICAL_SUPERVISOR));

        journey.answer("advise-on-capacity", Answered.advised(CapacityAdvice.ATTORNEY_OR_DEPUTY_DECIDES));
        journey.trace().isWaitingAt("hold-conversation");
        assertThat(journey.mails(journey.referral().value()))
                .as("the appointment is not sent again")
                .containsExactly("received", "conversation-appointment");
        journey.answer(
                "hold-conversation",
                Filled.with(
                        Said.inDoubt(),
                        "referBy",
                        GivenBy.ATTORNEY_OR_DEPUTY,
                        "shareRisksBy",
                        GivenBy.ATTORNEY_OR_DEPUTY,
                        "feedbackBy",
                        GivenBy.ATTORNEY_OR_DEPUTY,
                        "mailBy",
                        GivenBy.ATTORNEY_OR_DEPUTY,
                        "textBy",
                        GivenBy.ATTORNEY_OR_DEPUTY,
                        "decidedBy",
                        new PersonName("Agatha Testerton"),
                        "grounds",
                        new Narrative("Saw the deed")));
        journey.trace().isWaitingAt("choose-groups");
        assertThat(journey.bean(ConsentAnswers.class)
                        .of(journey.referral())
                        .newest(Purpose.SHARE_RISKS, null)
                        .orElseThrow()
                        .by())
                .isEqualTo(GivenBy.ATTORNEY_OR_DEPUTY);
    }

    @Test
    void advised_to_stop_the_conversation_ends_otherwise() {
        Journey journey = Journey.received(context).reached();
        journey.answer("hold-conversation", Said.inDoubt());
        journey.answer("advise-on-capacity", Answered.advised(CapacityAdvice.STOP));
        journey.answer("hold-conversation", Said.doesNotWantAfterAll());

        ended(journey, Outcome.DECLINED);
    }

    private Journey signposted() {
        Journey journey = Journey.received(context).reached();
        journey.answer("hold-conversation", Said.signposted());
        return journey;
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
}
