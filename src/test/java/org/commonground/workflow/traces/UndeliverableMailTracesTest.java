package org.commonground.workflow.traces;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.commonground.correspondence.MessageId;
import org.commonground.correspondence.MessageKind;
import org.commonground.correspondence.MessageState;
import org.commonground.correspondence.outbox.Outbox;
import org.commonground.platform.embedded.CaughtMail;
import org.commonground.platform.embedded.CaughtMails;
import org.commonground.platform.persistence.InOneTransaction;
import org.commonground.platform.personal.MailAddress;
import org.commonground.referral.details.ChangeDetails;
import org.commonground.referral.details.PersonDetails;
import org.commonground.testing.CommonGroundTest;
import org.commonground.testing.Filled;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;

/** A mail that could not be delivered, until its recipient has heard. */
@CommonGroundTest
class UndeliverableMailTracesTest {

    @Autowired
    BeanFactory context;

    @Test
    void a_practices_mail_is_mended_by_an_administrator_and_sent_again() {
        Journey journey = Journey.received(context);
        UUID mail = undeliverable(journey, MessageKind.RECEIVED);
        assertThat(journey.task(mail, "mend-mail").candidates()).containsExactly("role-administrator");

        journey.answer(mail, "mend-mail", Answered.sendAgain());
        journey.trace(mail)
                .isEnded()
                .hasPassedInOrder("delivery-failed", "mend-mail", "send-mail-again", "mail-sent-again");
        assertThat(journey.bean(Outbox.class).find(new MessageId(mail)).state()).isEqualTo(MessageState.WAITING);
    }

    @Test
    void a_persons_mail_is_mended_by_their_team_who_may_tell_them_otherwise() {
        Journey journey = Journey.received(context).reached();
        UUID mail = undeliverable(journey, MessageKind.CONVERSATION_APPOINTMENT);
        assertThat(journey.task(mail, "mend-mail").candidates()).allMatch(group -> group.startsWith("team-"));

        journey.answer(mail, "mend-mail", Answered.toldOtherwise());
        journey.trace(mail).isEnded().hasPassed("told-otherwise").hasNotPassed("send-mail-again");
        assertThat(journey.bean(Outbox.class).find(new MessageId(mail)).state()).isEqualTo(MessageState.TOLD_OTHERWISE);
    }

    @Test
    void a_new_address_before_the_appointment_is_sent_gets_it_once() {
        Journey journey = Journey.received(context).reached();
        newAddress(journey);

        assertThat(states(journey)).containsExactly("waiting");
        assertThat(journey.sent(journey.referral().value(), "conversation-appointment"))
                .containsExactly("sent");
        assertThat(addressed(journey)).hasSize(1);
    }

    @Test
    void a_new_address_gets_an_appointment_that_went_to_the_former_one() {
        Journey journey = Journey.received(context).reached();
        journey.sent(journey.referral().value(), "conversation-appointment");
        newAddress(journey);

        assertThat(states(journey)).containsExactly("sent", "waiting");
        journey.sent(journey.referral().value(), "conversation-appointment");
        assertThat(addressed(journey)).hasSize(1);
    }

    @Test
    void a_new_address_replaces_an_appointment_that_could_not_be_delivered() {
        Journey journey = Journey.received(context).reached();
        UUID mail = undeliverable(journey, MessageKind.CONVERSATION_APPOINTMENT);
        newAddress(journey);

        journey.trace(mail).isEnded().hasPassed("message-ceased");
        assertThat(journey.openTasks(mail)).isEmpty();
        assertThat(states(journey)).containsExactly("dropped", "waiting");
        journey.sent(journey.referral().value(), "conversation-appointment");
        assertThat(addressed(journey)).hasSize(1);
    }

    @Test
    void a_new_address_tells_nothing_twice_to_who_was_told_otherwise() {
        Journey journey = Journey.received(context).reached();
        UUID mail = undeliverable(journey, MessageKind.CONVERSATION_APPOINTMENT);
        journey.answer(mail, "mend-mail", Answered.toldOtherwise());
        newAddress(journey);

        assertThat(states(journey)).containsExactly("told-otherwise");
    }

    private final MailAddress address = new MailAddress("new-" + UUID.randomUUID() + "@person.example");

    private void newAddress(Journey journey) {
        PersonDetails details = journey.bean(PersonDetails.class);
        ChangeDetails now = details.of(journey.referral());
        journey.bean(InOneTransaction.class)
                .run(() -> details.change(
                        journey.referral(), now.mark(), Filled.with(now, "mail", address), journey.linkWorker()));
        journey.executeJobs();
    }

    private static List<String> states(Journey journey) {
        return journey.jdbc()
                .sql("""
                        select state from message where subject_id = :referral and kind = 'conversation-appointment'
                        order by posted, id""")
                .param("referral", journey.referral().value())
                .query(String.class)
                .list();
    }

    private List<CaughtMail> addressed(Journey journey) {
        return journey.bean(CaughtMails.class).newest(200, Optional.empty()).stream()
                .filter(mail -> mail.to().contains(address.text()))
                .toList();
    }

    /** As the outbox says it when every attempt is used up. */
    private static UUID undeliverable(Journey journey, MessageKind kind) {
        UUID mail = journey.jdbc()
                .sql("select id from message where subject_id = :referral and kind = :kind")
                .param("referral", journey.referral().value())
                .param("kind", kind.word())
                .query(UUID.class)
                .single();
        journey.undeliverable(mail, kind);
        return mail;
    }
}
