package org.commonground.workflow.traces;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.UUID;
import org.camunda.bpm.engine.runtime.Job;
import org.commonground.account.Role;
import org.commonground.conversation.reach.AnotherWay;
import org.commonground.correspondence.MessageId;
import org.commonground.correspondence.MessageKind;
import org.commonground.correspondence.outbox.Messages;
import org.commonground.correspondence.outbox.PostLetter;
import org.commonground.correspondence.outbox.Told;
import org.commonground.person.SafeWays;
import org.commonground.person.Safety;
import org.commonground.person.Way;
import org.commonground.placement.ending.WithdrawConsent;
import org.commonground.placement.ending.Withdrawals;
import org.commonground.platform.persistence.InOneTransaction;
import org.commonground.platform.time.WorkingDays;
import org.commonground.referral.Outcome;
import org.commonground.referral.Standing;
import org.commonground.referral.consent.Purpose;
import org.commonground.referral.details.ChangeDetails;
import org.commonground.referral.details.PersonDetails;
import org.commonground.safeguarding.Decision;
import org.commonground.testing.CommonGroundTest;
import org.commonground.testing.Filled;
import org.commonground.testing.Invented;
import org.commonground.testing.People;
import org.commonground.testing.Said;
import org.commonground.testing.Visitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Reaching a person, and what is done for somebody who cannot be reached. */
@CommonGroundTest
class ReachingTracesTest {

    @LocalServerPort
    int port;

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

        journey.trace().isWaitingAt("could-they-be-told").hasPassed("send-not-reached");
        assertThat(journey.mails(journey.referral().value())).containsExactly("received", "not-reached");
        journey.writtenTo();
        journey.trace().isWaitingAt("await-reply").hasPassed("last-letter-told");
        assertThat(journey.story("person-told")).hasSize(1);
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
        journey.trace().isWaitingAt("could-they-be-told");
        assertThat(journey.bean(Messages.class)
                        .words(new MessageId(journey.lastLetter()))
                        .orElseThrow()
                        .text())
                .startsWith("Hello Billie,")
                .contains("will not try again")
                .doesNotContain("sent this mail");
        journey.answer(journey.lastLetter(), "post-letter", new PostLetter(Told.TOLD));
        journey.trace().isWaitingAt("await-reply");
        journey.fireTimer("reply-due");

        ended(journey, Outcome.NOT_REACHED);
        assertThat(journey.mails(journey.referral().value())).containsExactly("received", "not-reached", "news");
    }

    @Test
    void reached_after_all_because_the_letter_was_read() {
        Journey journey = onlyLetterIsSafe();
        journey.answer(journey.lastLetter(), "post-letter", new PostLetter(Told.TOLD));
        journey.answer("await-reply", Answered.rang(journey.days().today().plusDays(3)));

        journey.trace().isWaitingAt("hold-conversation").hasPassed("send-conversation-appointment");
        assertThat(journey.stands().standing()).isEqualTo(Standing.TALKING);
        assertThat(journey.timers("reply-due")).isEmpty();
    }

    @Test
    void declined_in_reply_to_the_last_letter() {
        Journey journey = Journey.received(context)
                .neverReached(Way.CALL, Way.CALL, Way.MAIL)
                .writtenTo();
        journey.answer("await-reply", Answered.rangToDecline());

        ended(journey, Outcome.DECLINED);
    }

    @Test
    void not_ready_in_reply_to_the_last_letter_is_asked_again_on_a_date() {
        Journey journey = Journey.received(context)
                .neverReached(Way.CALL, Way.CALL, Way.MAIL)
                .writtenTo();
        LocalDate later = journey.days().today().plusDays(60);
        journey.answer("await-reply", Answered.rangToAskAgain(later));

        journey.trace().isWaitingAt("wait-for-next-contact");
        assertThat(day(journey.timer("wait-for-next-contact"))).isEqualTo(later);
        journey.fireTimer("wait-for-next-contact");
        journey.answer("make-contact", Said.noAnswer(Way.CALL));
        journey.trace().as("all attempts again").isWaitingAt("wait-for-next-contact");
    }

    @Test
    void the_referrals_page_leads_to_where_a_reply_is_recorded() {
        Journey journey = Journey.received(context);
        Visitor visitor = new Visitor(port);
        visitor.signIn(People.in(context).inTeam(journey.here().team().id(), Role.LINK_WORKER));
        String page = "/referrals/" + journey.stands().reference();
        String words = "They got in touch after our last letter";
        assertThat(visitor.open(page).body()).doesNotContain(words);
        assertThat(visitor.open(page + "/contact").body()).doesNotContain(words);

        journey.neverReached(Way.CALL, Way.CALL, Way.MAIL).writtenTo();
        String link = "href=\"/camunda/app/tasklist/default/#/?task="
                + journey.task(journey.referral().value(), "await-reply").id() + "\">" + words;
        assertThat(visitor.open(page).body()).contains(link);
        assertThat(visitor.open(page + "/contact").body()).contains(link);
    }

    @Test
    void a_pause_stops_the_wait_for_a_reply_and_lifting_it_sets_the_day_anew() {
        Journey journey = Journey.received(context)
                .neverReached(Way.CALL, Way.CALL, Way.MAIL)
                .writtenTo();
        LocalDate due = day(journey.timer("reply-due"));
        UUID concern = paused(journey);

        assertThat(journey.timers("reply-due")).isEmpty();
        assertThat(journey.stoppedTimers("reply-due")).hasSize(1);
        LocalDate until = journey.days().after(journey.days().today(), 4);
        journey.moveTo(until.atTime(10, 0).atZone(WorkingDays.LONDON).toInstant());
        journey.answer(concern, "lift-pause", Answered.safeAgain());

        LocalDate anew = journey.days().after(due, 4);
        assertThat(day(journey.timer("reply-due"))).isEqualTo(anew);
        assertThat(journey.task(journey.referral().value(), "await-reply").due())
                .hasValueSatisfying(at ->
                        assertThat(LocalDate.ofInstant(at, WorkingDays.LONDON)).isEqualTo(anew));
        journey.fireTimer("reply-due");
        ended(journey, Outcome.NOT_REACHED);
    }

    @Test
    void a_wait_for_a_reply_that_begins_in_a_pause_begins_when_it_is_lifted() {
        Journey journey = onlyLetterIsSafe();
        UUID concern = paused(journey);
        LocalDate posted = journey.days().after(journey.days().today(), 3);
        journey.moveTo(posted.atTime(10, 0).atZone(WorkingDays.LONDON).toInstant());
        journey.answer(journey.lastLetter(), "post-letter", new PostLetter(Told.TOLD));

        assertThat(journey.timers("reply-due")).isEmpty();
        assertThat(journey.stoppedTimers("reply-due")).hasSize(1);
        LocalDate lifted = journey.days().after(posted, 5);
        journey.moveTo(lifted.atTime(10, 0).atZone(WorkingDays.LONDON).toInstant());
        journey.answer(concern, "lift-pause", Answered.safeAgain());

        assertThat(day(journey.timer("reply-due"))).isEqualTo(journey.days().after(lifted, 10));
    }

    @Test
    void told_another_way_where_neither_mail_nor_letter_is_safe() {
        Journey journey = nothingIsSafeToWrite();
        journey.trace().isWaitingAt("find-another-way").hasPassed("send-not-reached", "last-letter-not-told");
        journey.answer("find-another-way", Answered.anotherWay(AnotherWay.TOLD));
        journey.trace().isWaitingAt("await-reply").hasNotPassed("last-letter-told");
        journey.fireTimer("reply-due");

        ended(journey, Outcome.NOT_REACHED);
    }

    @Test
    void a_letter_is_safe_after_all() {
        Journey journey = nothingIsSafeToWrite();
        journey.answer("find-another-way", Answered.anotherWay(AnotherWay.LETTER_IS_SAFE));

        journey.writtenTo().trace().isWaitingAt("could-they-be-told");
        journey.answer(journey.lastLetter(), "post-letter", new PostLetter(Told.TOLD));
        journey.trace().isWaitingAt("await-reply");
    }

    @Test
    void not_reached_and_no_way_to_tell_them() {
        Journey journey = nothingIsSafeToWrite();
        journey.answer("find-another-way", Answered.anotherWay(AnotherWay.NONE));

        ended(journey, Outcome.NOT_REACHED);
        journey.trace().hasNotPassed("await-reply");
    }

    /** What may come between deciding to write a last time and the mail. */
    private enum Loss {
        CONSENT_WITHDRAWN,
        ADDRESS_GONE,
        MAIL_UNSAFE
    }

    @ParameterizedTest
    @EnumSource
    void a_last_mail_that_may_not_go_any_more_becomes_a_letter(Loss loss) {
        Journey journey = toBeWrittenTo(Safety.SAFE);
        lose(journey, loss);
        journey.writtenTo();

        assertThat(journey.openTasks(journey.lastLetter())).containsExactly("post-letter");
        journey.trace().as("nobody waits for a reply to nothing").isWaitingAt("could-they-be-told");
        journey.answer(journey.lastLetter(), "post-letter", new PostLetter(Told.TOLD));
        journey.trace().isWaitingAt("await-reply");
        journey.fireTimer("reply-due");
        ended(journey, Outcome.NOT_REACHED);
    }

    @ParameterizedTest
    @EnumSource
    void a_last_mail_that_may_not_go_any_more_and_no_letter_either_is_somebodys(Loss loss) {
        Journey journey = toBeWrittenTo(Safety.UNKNOWN);
        lose(journey, loss);
        journey.writtenTo();

        journey.trace()
                .isWaitingAt("find-another-way")
                .hasPassed("last-letter-not-told")
                .hasNotPassed("await-reply");
        assertThat(journey.openTasks(journey.lastLetter())).isEmpty();
        assertThat(journey.mails(journey.referral().value()))
                .as("the team has a task: no mail to its lead besides")
                .containsExactly("received", "not-reached");
        journey.answer("find-another-way", Answered.anotherWay(AnotherWay.NONE));
        ended(journey, Outcome.NOT_REACHED);
    }

    @Test
    void a_last_letter_that_could_not_be_posted_is_nothing_to_wait_for() {
        Journey journey = onlyLetterIsSafe();
        journey.answer(journey.lastLetter(), "post-letter", new PostLetter(Told.COULD_NOT));

        journey.trace().isWaitingAt("find-another-way").hasNotPassed("await-reply");
        assertThat(journey.openTasks(journey.lastLetter())).isEmpty();
        journey.answer("find-another-way", Answered.anotherWay(AnotherWay.NONE));
        ended(journey, Outcome.NOT_REACHED);
    }

    @Test
    void a_last_letter_whose_address_is_gone_before_it_was_posted_is_nothing_to_wait_for() {
        Journey journey = onlyLetterIsSafe();
        change(journey, "address", null);

        journey.trace().isWaitingAt("find-another-way");
        assertThat(journey.openTasks(journey.lastLetter())).isEmpty();
    }

    @Test
    void an_undeliverable_last_mail_is_mended_first_and_somebody_has_told_them() {
        Journey journey = toBeWrittenTo(Safety.SAFE);
        journey.undeliverable(journey.lastLetter(), MessageKind.NOT_REACHED);
        journey.trace().isWaitingAt("could-they-be-told");
        journey.answer(journey.lastLetter(), "mend-mail", Answered.toldOtherwise());

        journey.trace().isWaitingAt("await-reply").hasPassed("last-letter-told");
    }

    @Test
    void an_undeliverable_last_mail_becomes_a_letter_or_is_somebodys() {
        Journey letter = toBeWrittenTo(Safety.SAFE);
        letter.undeliverable(letter.lastLetter(), MessageKind.NOT_REACHED);
        letter.answer(letter.lastLetter(), "mend-mail", Answered.sendAnotherWay());
        assertThat(letter.openTasks(letter.lastLetter())).containsExactly("post-letter");

        Journey none = toBeWrittenTo(Safety.UNSAFE);
        none.undeliverable(none.lastLetter(), MessageKind.NOT_REACHED);
        none.answer(none.lastLetter(), "mend-mail", Answered.sendAnotherWay());
        assertThat(none.openTasks(none.lastLetter())).isEmpty();
        none.trace().isWaitingAt("find-another-way");
    }

    /** Nobody posts it, or no mail server is there: somebody looks after it, and what they find ends what waits. */
    @Test
    void a_last_letter_that_is_not_told_in_time_is_somebodys() {
        Journey journey = onlyLetterIsSafe();
        UUID letter = journey.lastLetter();
        journey.fireTimer("last-letter-overdue");
        journey.trace().isWaitingAt("find-another-way");
        assertThat(journey.openTasks(letter)).containsExactly("post-letter");
        journey.answer("find-another-way", Answered.anotherWay(AnotherWay.TOLD));

        assertThat(journey.openTasks(letter)).isEmpty();
        journey.trace().isWaitingAt("await-reply").hasPassed("last-letter-overdue");
        journey.fireTimer("reply-due");
        ended(journey, Outcome.NOT_REACHED);
    }

    @Test
    void a_pause_stops_the_wait_until_they_are_told() {
        Journey journey = toBeWrittenTo(Safety.SAFE);
        LocalDate due = day(journey.timer("last-letter-overdue"));
        UUID concern = paused(journey);
        assertThat(journey.stoppedTimers("last-letter-overdue")).hasSize(1);
        journey.writtenTo().trace().isWaitingAt("could-they-be-told");
        LocalDate until = journey.days().after(journey.days().today(), 4);
        journey.moveTo(until.atTime(10, 0).atZone(WorkingDays.LONDON).toInstant());
        journey.answer(concern, "lift-pause", Answered.safeAgain());

        assertThat(day(journey.timer("last-letter-overdue")))
                .isEqualTo(journey.days().after(due, 4));
        journey.writtenTo().trace().isWaitingAt("await-reply");
    }

    private Journey toBeWrittenTo(Safety letter) {
        return Journey.received(
                        context,
                        Invented.referral().contact(Safety.SAFE, Safety.UNSAFE, Safety.SAFE, Safety.SAFE, letter))
                .neverReached(Way.CALL, Way.TEXT, Way.CALL);
    }

    private static void lose(Journey journey, Loss loss) {
        switch (loss) {
            case CONSENT_WITHDRAWN ->
                journey.bean(Withdrawals.class)
                        .withdraw(new WithdrawConsent(journey.referral(), Purpose.MAIL, null), journey.linkWorker());
            case ADDRESS_GONE -> change(journey, "mail", null);
            case MAIL_UNSAFE -> {
                SafeWays ways =
                        journey.bean(PersonDetails.class).of(journey.referral()).contact();
                change(journey, "contact", Filled.with(ways, "mail", Safety.UNSAFE));
            }
        }
    }

    /** As somebody notes it on the page of details. */
    private static void change(Journey journey, String field, Object value) {
        PersonDetails details = journey.bean(PersonDetails.class);
        ChangeDetails now = details.of(journey.referral());
        journey.bean(InOneTransaction.class)
                .run(() -> details.change(
                        journey.referral(), now.mark(), Filled.with(now, field, value), journey.linkWorker()));
        journey.running().look();
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

    private static UUID paused(Journey journey) {
        UUID concern = journey.raiseConcern();
        journey.answer(concern, "review-concern", Answered.decided(Decision.PAUSE));
        return concern;
    }

    private static LocalDate day(Job timer) {
        return LocalDate.ofInstant(timer.getDuedate().toInstant(), WorkingDays.LONDON);
    }

    private Journey onlyLetterIsSafe() {
        return Journey.received(
                        context,
                        Invented.referral()
                                .contact(Safety.SAFE, Safety.UNSAFE, Safety.UNSAFE, Safety.UNSAFE, Safety.SAFE))
                .neverReached(Way.CALL, Way.CALL, Way.LETTER)
                .writtenTo();
    }

    private Journey nothingIsSafeToWrite() {
        return Journey.received(
                        context,
                        Invented.referral()
                                .contact(Safety.SAFE, Safety.UNSAFE, Safety.UNSAFE, Safety.UNKNOWN, Safety.UNKNOWN))
                .neverReached(Way.CALL, Way.CALL, Way.CALL)
                .writtenTo();
    }

    private static void ended(Journey journey, Outcome outcome) {
        journey.trace().isEnded().hasPassedInOrder("close-referral", "send-news", "referral-closed");
        assertThat(journey.stands().outcome()).contains(outcome);
        assertThat(journey.mails(journey.referral().value())).contains("news");
        journey.assertNothingIsLeft();
    }
}
