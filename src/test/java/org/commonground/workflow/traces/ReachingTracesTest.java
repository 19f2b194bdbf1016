package org.commonground.workflow.traces;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.commonground.conversation.AnotherWay;
import org.commonground.conversation.LetterPosted;
import org.commonground.platform.time.WorkingDays;
import org.commonground.referral.Outcome;
import org.commonground.referral.Safety;
import org.commonground.referral.Standing;
import org.commonground.referral.Way;
import org.commonground.testing.CommonGroundTest;
import org.commonground.testing.Invented;
import org.commonground.testing.Said;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;

/** Reaching a person, and what is done for somebody who cannot be reached. */
@CommonGroundTest
class ReachingTracesTest {

    @Autowired
    BeanFactory context;

    @Test
    void tried_again_on_the_day_that_was_said() {
        Journey journey = Journey.received(context);
        LocalDate day = journey.days().after(journey.days().today(), 6);
        journey.answer("make-contact", Said.noAnswer(Way.CALL, day));

        journey.trace().isWaitingAt("wait-for-next-contact");
        assertThat(journey.stands().standing()).isEqualTo(Standing.REACHING);
        assertThat(LocalDate.ofInstant(
                        journey.timer("wait-for-next-contact").getDuedate().toInstant(), WorkingDays.LONDON))
                .isEqualTo(day);
        journey.fireTimer("wait-for-next-contact");
        journey.trace().isWaitingAt("make-contact");
    }

    @Test
    void not_reached_after_the_last_attempt_and_a_mail() {
        Journey journey = Journey.received(context).neverReached(Way.CALL, Way.CALL, Way.MAIL);

        journey.trace().isWaitingAt("await-reply").hasPassed("send-last-letter").hasNotPassed("post-last-letter");
        assertThat(journey.mails(journey.referral().value())).containsExactly("received", "last-letter");
        assertThat(LocalDate.ofInstant(journey.timer("reply-due").getDuedate().toInstant(), WorkingDays.LONDON))
                .isEqualTo(journey.days().after(journey.days().today(), 10));
        assertThat(journey.stands().isOpen()).isTrue();
        journey.running().assertVariablesAreAsDeclared();

        journey.fireTimer("reply-due");
        ended(journey, Outcome.NOT_REACHED);
        journey.trace().hasNotPassed("hold-conversation", "accompany");
    }

    @Test
    void not_reached_after_a_printed_letter() {
        Journey journey = onlyLetterIsSafe();
        journey.trace().isWaitingAt("post-last-letter").hasNotPassed("send-last-letter");
        journey.answer("post-last-letter", Answered.letter(LetterPosted.POSTED));
        journey.fireTimer("reply-due");

        ended(journey, Outcome.NOT_REACHED);
        assertThat(journey.mails(journey.referral().value())).containsExactly("received", "news");
    }

    @Test
    void reached_after_all_because_the_letter_was_read() {
        Journey journey = onlyLetterIsSafe();
        journey.answer("post-last-letter", Answered.letter(LetterPosted.NOT_POSTED));
        journey.answer("await-reply", Answered.rang(journey.days().today().plusDays(3)));

        journey.trace().isWaitingAt("hold-conversation").hasPassed("send-conversation-appointment");
        assertThat(journey.stands().standing()).isEqualTo(Standing.TALKING);
        assertThat(journey.timers("reply-due")).isEmpty();
    }

    @Test
    void declined_in_reply_to_the_last_letter() {
        Journey journey = Journey.received(context).neverReached(Way.CALL, Way.CALL, Way.MAIL);
        journey.answer("await-reply", Answered.rangToDecline());

        ended(journey, Outcome.DECLINED);
    }

    @Test
    void told_another_way_where_neither_mail_nor_letter_is_safe() {
        Journey journey = nothingIsSafeToWrite();
        journey.trace().isWaitingAt("find-another-way").hasNotPassed("send-last-letter", "post-last-letter");
        journey.answer("find-another-way", Answered.anotherWay(AnotherWay.TOLD));
        journey.trace().isWaitingAt("await-reply").hasNotPassed("post-last-letter");
        journey.fireTimer("reply-due");

        ended(journey, Outcome.NOT_REACHED);
    }

    @Test
    void a_letter_is_safe_after_all() {
        Journey journey = nothingIsSafeToWrite();
        journey.answer("find-another-way", Answered.anotherWay(AnotherWay.LETTER_IS_SAFE));

        journey.trace().isWaitingAt("post-last-letter");
    }

    @Test
    void not_reached_and_no_way_to_tell_them() {
        Journey journey = nothingIsSafeToWrite();
        journey.answer("find-another-way", Answered.anotherWay(AnotherWay.NONE));

        ended(journey, Outcome.NOT_REACHED);
        journey.trace().hasNotPassed("await-reply");
    }

    @Test
    void not_ready_when_reached_is_asked_again_on_a_date() {
        Journey journey = Journey.received(context);
        LocalDate later = journey.days().today().plusDays(60);
        journey.answer("make-contact", Said.notReady(later));

        assertThat(LocalDate.ofInstant(
                        journey.timer("wait-for-next-contact").getDuedate().toInstant(), WorkingDays.LONDON))
                .isEqualTo(later);
        journey.fireTimer("wait-for-next-contact");
        journey.trace().isWaitingAt("make-contact");
        journey.reached().trace().isWaitingAt("hold-conversation");
    }

    private Journey onlyLetterIsSafe() {
        return Journey.received(
                        context,
                        Invented.referral()
                                .contact(Safety.SAFE, Safety.UNSAFE, Safety.UNSAFE, Safety.UNSAFE, Safety.SAFE))
                .neverReached(Way.CALL, Way.CALL, Way.LETTER);
    }

    private Journey nothingIsSafeToWrite() {
        return Journey.received(
                        context,
                        Invented.referral()
                                .contact(Safety.SAFE, Safety.UNSAFE, Safety.UNSAFE, Safety.UNKNOWN, Safety.UNKNOWN))
                .neverReached(Way.CALL, Way.CALL, Way.CALL);
    }

    private static void ended(Journey journey, Outcome outcome) {
        journey.trace().isEnded().hasPassedInOrder("close-referral", "send-news", "referral-closed");
        assertThat(journey.stands().outcome()).contains(outcome);
        assertThat(journey.mails(journey.referral().value())).contains("news");
        journey.assertNothingIsLeft();
    }
}
