package org.commonground.workflow.traces;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.commonground.correspondence.MailId;
import org.commonground.correspondence.MailKind;
import org.commonground.correspondence.MailState;
import org.commonground.correspondence.Outbox;
import org.commonground.testing.CommonGroundTest;
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
        UUID mail = undeliverable(journey, MailKind.RECEIVED);
        assertThat(journey.task(mail, "mend-mail").candidates()).containsExactly("role-administrator");

        journey.answer(mail, "mend-mail", Answered.sendAgain());
        journey.trace(mail)
                .isEnded()
                .hasPassedInOrder("delivery-failed", "mend-mail", "send-mail-again", "mail-sent-again");
        assertThat(journey.bean(Outbox.class).find(new MailId(mail)).state()).isEqualTo(MailState.WAITING);
    }

    @Test
    void a_persons_mail_is_mended_by_their_team_who_may_tell_them_otherwise() {
        Journey journey = Journey.received(context).reached();
        UUID mail = undeliverable(journey, MailKind.CONVERSATION_APPOINTMENT);
        assertThat(journey.task(mail, "mend-mail").candidates()).allMatch(group -> group.startsWith("team-"));

        journey.answer(mail, "mend-mail", Answered.toldOtherwise());
        journey.trace(mail).isEnded().hasPassed("told-otherwise").hasNotPassed("send-mail-again");
        assertThat(journey.bean(Outbox.class).find(new MailId(mail)).state()).isEqualTo(MailState.TOLD_OTHERWISE);
    }

    /** As the outbox says it when every attempt is used up. */
    private static UUID undeliverable(Journey journey, MailKind kind) {
        UUID mail = journey.jdbc()
                .sql("select id from outbox where subject_id = :referral and kind = :kind")
                .param("referral", journey.referral().value())
                .param("kind", kind.word())
                .query(UUID.class)
                .single();
        journey.undeliverable(mail, kind);
        return mail;
    }
}
