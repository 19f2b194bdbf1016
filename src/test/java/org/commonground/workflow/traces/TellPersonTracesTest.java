package org.commonground.workflow.traces;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import org.commonground.account.Role;
import org.commonground.conversation.appointment.Appointments;
import org.commonground.correspondence.MessageId;
import org.commonground.correspondence.MessageKind;
import org.commonground.correspondence.MessageState;
import org.commonground.correspondence.outbox.CallPerson;
import org.commonground.correspondence.outbox.Messages;
import org.commonground.correspondence.outbox.Outbox;
import org.commonground.correspondence.outbox.PostLetter;
import org.commonground.correspondence.outbox.Told;
import org.commonground.person.SafeWays;
import org.commonground.person.Safety;
import org.commonground.placement.ending.StopReason;
import org.commonground.placement.ending.StopReferral;
import org.commonground.placement.ending.Stops;
import org.commonground.placement.ending.ToldBy;
import org.commonground.placement.ending.ToldHow;
import org.commonground.placement.ending.WithdrawConsent;
import org.commonground.placement.ending.Withdrawals;
import org.commonground.platform.persistence.InOneTransaction;
import org.commonground.platform.personal.Narrative;
import org.commonground.referral.consent.Purpose;
import org.commonground.referral.death.ConfirmDeath;
import org.commonground.referral.details.ChangeDetails;
import org.commonground.referral.details.PersonDetails;
import org.commonground.testing.CommonGroundTest;
import org.commonground.testing.Filled;
import org.commonground.testing.Invented;
import org.commonground.testing.People;
import org.commonground.testing.Visitor;
import org.commonground.workflow.tasks.TaskRefused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Somebody without mail is told all the same: by letter, else in a call, with the words of the mail. */
@CommonGroundTest
class TellPersonTracesTest {

    @Autowired
    BeanFactory context;

    @LocalServerPort
    int port;

    @Test
    void by_letter() {
        Journey journey = withoutMail(Safety.SAFE);
        UUID mail = appointment(journey);
        journey.trace(mail).isWaitingAt("post-letter");
        Visitor linkWorker = new Visitor(port);
        linkWorker.signIn(People.in(context).inTeam(journey.here().team().id(), Role.LINK_WORKER));
        assertThat(linkWorker
                        .open("/referrals/" + journey.stands().reference().text())
                        .body())
                .as("the referral's page")
                .contains("Print and post a letter");
        assertThat(journey.bean(Messages.class)
                        .words(new MessageId(mail))
                        .orElseThrow()
                        .text())
                .startsWith("Hello Billie,")
                .contains("When: ")
                .doesNotContain("calendar", "sent this mail");

        journey.answer(mail, "post-letter", new PostLetter(Told.TOLD));
        journey.trace(mail).isEnded().hasPassed("person-told");
        assertThat(state(journey, mail)).isEqualTo(MessageState.TOLD_OTHERWISE);
        Messages messages = journey.bean(Messages.class);
        assertThat(messages.words(new MessageId(mail))).as("they know it").isEmpty();
        assertThatThrownBy(() -> messages.post(new MessageId(mail), new PostLetter(Told.TOLD), journey.linkWorker()))
                .hasMessageContaining("not waiting to be told any more");
        assertThat(journey.story("message-takes-another-way", "person-told"))
                .containsExactly("person-told", "message-takes-another-way");
    }

    @Test
    void in_a_call_where_no_letter_is_safe() {
        Journey journey = withoutMail(Safety.UNSAFE);
        UUID mail = appointment(journey);

        journey.answer(mail, "call-person", new CallPerson(Told.TOLD));
        journey.trace(mail).isEnded().hasPassed("person-told").hasNotPassed("post-letter");
    }

    @Test
    void a_call_nobody_answered_becomes_no_letter_where_none_is_safe() {
        Journey journey = withoutMail(Safety.UNSAFE);
        UUID mail = appointment(journey);
        journey.answer(mail, "call-person", new CallPerson(Told.COULD_NOT));
        journey.trace(mail).isEnded().hasPassed("no-way-left").hasNotPassed("post-letter");
    }

    @Test
    void a_letter_that_could_not_be_posted_becomes_a_call_and_then_the_leads() {
        Journey journey = withoutMail(Safety.SAFE);
        journey.lead();
        UUID mail = appointment(journey);
        journey.answer(mail, "post-letter", new PostLetter(Told.COULD_NOT));
        journey.answer(mail, "call-person", new CallPerson(Told.COULD_NOT));

        journey.trace(mail).isEnded().hasPassedInOrder("post-letter", "call-person", "no-way-left");
        assertThat(journey.mails(journey.referral().value())).contains("person-not-told");
    }

    /** What may come between a letter that is to be posted and the post. */
    private enum Loss {
        ADDRESS_GONE,
        LETTER_UNSAFE
    }

    @ParameterizedTest
    @EnumSource
    void a_letter_that_may_not_be_posted_any_more_becomes_a_call_by_itself(Loss loss) {
        Journey journey = withoutMail(Safety.SAFE);
        UUID mail = appointment(journey);
        assertThat(journey.openTasks(mail)).containsExactly("post-letter");
        lose(journey, loss, Safety.SAFE);

        assertThat(journey.openTasks(mail)).containsExactly("call-person");
        journey.answer(mail, "call-person", new CallPerson(Told.TOLD));
        assertThat(state(journey, mail)).isEqualTo(MessageState.TOLD_OTHERWISE);
        assertThat(journey.story("way-lost", "message-takes-another-way", "person-told"))
                .containsExactly("person-told", "message-takes-another-way", "way-lost", "message-takes-another-way");
    }

    @ParameterizedTest
    @EnumSource
    void a_letter_that_may_not_be_posted_any_more_and_no_call_is_the_leads(Loss loss) {
        Journey journey = withoutMail(Safety.SAFE);
        journey.lead();
        UUID mail = appointment(journey);
        lose(journey, loss, Safety.UNSAFE);

        assertThat(journey.openTasks(mail)).isEmpty();
        assertThat(state(journey, mail)).isEqualTo(MessageState.DROPPED);
        assertThat(journey.mails(journey.referral().value())).contains("person-not-told");
    }

    @Test
    void a_mail_that_may_not_go_any_more_and_no_other_way_is_the_leads() {
        Journey journey = withoutMail(Safety.UNSAFE);
        journey.lead();
        lose(journey, Loss.LETTER_UNSAFE, Safety.UNSAFE);
        journey.bean(Outbox.class).sendDue();
        journey.running().look();

        assertThat(state(journey, row(journey))).isEqualTo(MessageState.DROPPED);
        assertThat(journey.openTasks(row(journey))).isEmpty();
        assertThat(journey.story("person-not-told")).hasSize(1);
        assertThat(journey.mails(journey.referral().value())).contains("person-not-told");
    }

    /** As somebody notes it on the page of details. */
    private static void lose(Journey journey, Loss loss, Safety call) {
        PersonDetails details = journey.bean(PersonDetails.class);
        ChangeDetails now = details.of(journey.referral());
        SafeWays ways = Filled.with(
                now.contact(),
                "call",
                call,
                "letter",
                loss == Loss.LETTER_UNSAFE ? Safety.UNSAFE : now.contact().letter());
        ChangeDetails wanted = loss == Loss.ADDRESS_GONE
                ? Filled.with(now, "contact", ways, "address", null)
                : Filled.with(now, "contact", ways);
        journey.bean(InOneTransaction.class)
                .run(() -> details.change(journey.referral(), now.mark(), wanted, journey.linkWorker()));
        journey.running().look();
    }

    @Test
    void an_undeliverable_mail_goes_another_way() {
        Journey journey = Journey.received(
                        context, Invented.referral().contact(Safety.SAFE, null, null, Safety.SAFE, Safety.SAFE))
                .reached();
        UUID mail = row(journey);
        journey.undeliverable(mail, MessageKind.CONVERSATION_APPOINTMENT);
        journey.answer(mail, "mend-mail", Answered.sendAnotherWay());

        assertThat(journey.openTasks(mail)).containsExactly("post-letter");
        assertThat(state(journey, mail)).isEqualTo(MessageState.OTHER_WAY);
    }

    @Test
    void a_letter_that_could_not_be_posted_until_its_day_had_passed_becomes_no_call() {
        Journey journey = withoutMail(Safety.SAFE);
        journey.lead();
        UUID mail = appointment(journey);
        untilTheirDay(journey);
        journey.answer(mail, "post-letter", new PostLetter(Told.COULD_NOT));

        journey.trace(mail).isEnded().hasPassed("nothing-to-tell").hasNotPassed("call-person");
        assertThat(journey.openTasks(mail)).isEmpty();
        assertThat(state(journey, mail)).isEqualTo(MessageState.DROPPED);
        assertThat(journey.story("message-dropped")).hasSize(1);
        assertThat(journey.mails(journey.referral().value())).doesNotContain("person-not-told");
    }

    @Test
    void an_undeliverable_mail_whose_day_has_passed_goes_no_other_way() {
        Journey journey = Journey.received(
                        context, Invented.referral().contact(Safety.SAFE, null, null, Safety.SAFE, Safety.SAFE))
                .reached();
        UUID mail = row(journey);
        journey.undeliverable(mail, MessageKind.CONVERSATION_APPOINTMENT);
        untilTheirDay(journey);
        journey.answer(mail, "mend-mail", Answered.sendAnotherWay());

        assertThat(journey.openTasks(mail)).isEmpty();
        assertThat(state(journey, mail)).isEqualTo(MessageState.DROPPED);
        assertThat(journey.story("mail-mended", "message-dropped")).containsExactly("message-dropped", "mail-mended");
    }

    @Test
    void ends_at_once_when_the_person_has_died() {
        Journey journey = withoutMail(Safety.SAFE);
        UUID mail = appointment(journey);
        journey.bean(Stops.class)
                .stop(
                        new StopReferral(
                                journey.referral(), StopReason.DIED, ToldBy.FAMILY_OR_CARER, ToldHow.CALL, null),
                        journey.linkWorker());

        journey.trace(mail).isEnded().hasPassed("not-told");
        assertThat(state(journey, mail)).isEqualTo(MessageState.DROPPED);
        assertThat(journey.bean(Messages.class).words(new MessageId(mail))).isEmpty();
        journey.assertNothingIsLeft();
    }

    @Test
    void waits_while_a_death_that_was_recorded_elsewhere_may_be_theirs() {
        Journey journey = withoutMail(Safety.SAFE);
        UUID mail = appointment(journey);
        Journey elsewhere = Journey.received(
                context, Invented.referral().person(journey.invented().message().person()));
        elsewhere
                .bean(Stops.class)
                .stop(
                        new StopReferral(elsewhere.referral(), StopReason.DIED, ToldBy.PRACTICE, ToldHow.CALL, null),
                        elsewhere.linkWorker());

        assertThat(journey.bean(Messages.class).words(new MessageId(mail))).isEmpty();
        assertThatThrownBy(() -> journey.answer(mail, "post-letter", new PostLetter(Told.TOLD)))
                .isInstanceOf(TaskRefused.class)
                .hasMessageContaining("A death has been recorded");
        assertThatThrownBy(() -> journey.bean(Messages.class)
                        .call(new MessageId(mail), new CallPerson(Told.TOLD), journey.linkWorker()))
                .hasMessageContaining("A death has been recorded");
        assertThat(state(journey, mail)).isEqualTo(MessageState.OTHER_WAY);

        journey.executeJobs();
        journey.answer(
                "confirm-death",
                new ConfirmDeath(ConfirmDeath.Answer.SOMEBODY_ELSE, new Narrative("The duty doctor looked it up")));
        assertThat(journey.bean(Messages.class).words(new MessageId(mail))).isPresent();
        assertThatCode(() -> journey.answer(mail, "post-letter", new PostLetter(Told.TOLD)))
                .doesNotThrowAnyException();
    }

    private Journey withoutMail(Safety letter) {
        Journey journey = Journey.received(
                        context, Invented.referral().contact(Safety.SAFE, null, null, Safety.SAFE, letter))
                .reached();
        journey.bean(Withdrawals.class)
                .withdraw(new WithdrawConsent(journey.referral(), Purpose.MAIL, null), journey.linkWorker());
        return journey;
    }

    private static void untilTheirDay(Journey journey) {
        journey.moveTo(journey.bean(Appointments.class)
                .of(journey.referral())
                .orElseThrow()
                .at());
    }

    /** The mail about when we talk, when the outbox has found that it may be no mail. */
    private static UUID appointment(Journey journey) {
        journey.bean(Outbox.class).sendDue();
        journey.running().look();
        UUID mail = row(journey);
        assertThat(state(journey, mail)).isEqualTo(MessageState.OTHER_WAY);
        return mail;
    }

    private static UUID row(Journey journey) {
        return journey.jdbc()
                .sql("select id from message where subject_id = :id and kind = 'conversation-appointment'")
                .param("id", journey.referral().value())
                .query(UUID.class)
                .single();
    }

    private static MessageState state(Journey journey, UUID mail) {
        return journey.bean(Outbox.class).find(new MessageId(mail)).state();
    }
}
