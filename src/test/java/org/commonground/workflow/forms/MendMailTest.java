package org.commonground.workflow.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.commonground.account.AccountId;
import org.commonground.account.Accounts;
import org.commonground.account.Actor;
import org.commonground.account.PracticeId;
import org.commonground.account.Role;
import org.commonground.conversation.reach.Contacts;
import org.commonground.correspondence.MessageId;
import org.commonground.correspondence.MessageKind;
import org.commonground.correspondence.MessageState;
import org.commonground.correspondence.outbox.Outbox;
import org.commonground.group.GroupId;
import org.commonground.neighbourhood.Practices;
import org.commonground.platform.event.Events;
import org.commonground.platform.persistence.InOneTransaction;
import org.commonground.platform.personal.MailAddress;
import org.commonground.platform.time.WorkingDays;
import org.commonground.referral.ReferralId;
import org.commonground.referral.Referrals;
import org.commonground.referral.details.PersonDetails;
import org.commonground.testing.CommonGroundTest;
import org.commonground.testing.InventedGroup;
import org.commonground.testing.Placing;
import org.commonground.testing.Said;
import org.commonground.workflow.tasks.OpenTask;
import org.commonground.workflow.tasks.TaskPort;
import org.commonground.workflow.tasks.TaskRefused;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A mail that cannot be delivered is a task for somebody, until its recipient has heard. */
@CommonGroundTest
class MendMailTest {

    private static final MailAddress WRONG = new MailAddress("billie at person.example");

    @Autowired
    ApplicationContext context;

    @Autowired
    TaskPort port;

    @Autowired
    Outbox outbox;

    @Autowired
    Referrals referrals;

    @Autowired
    PersonDetails details;

    @Autowired
    Practices practices;

    @Autowired
    Accounts accounts;

    @Autowired
    Contacts contacts;

    @Autowired
    Events events;

    @Autowired
    WorkingDays days;

    @Autowired
    InOneTransaction once;

    @Autowired
    JdbcClient jdbc;

    private Placing placing;
    private ReferralId referral;

    @BeforeEach
    void settle() {
        placing = Placing.in(context);
        referral = placing.referral();
    }

    @Test
    void thePersonsTeamCorrectsTheAddressAndTheMailGoesOut() {
        MessageId mail = appointmentToAWrongAddress();
        OpenTask task = task(mail);
        assertThat(task.candidates())
                .containsExactly("team-" + placing.here().team().id());
        assertThat(task.name()).endsWith(" · " + referrals.find(referral).reference());
        assertThat(port.prefill(task.id(), placing.linkWorker()))
                .containsEntry("recipient", "Wilhelmina Testerton")
                .containsEntry("address", WRONG.text())
                .containsEntry("reason", "The address is not a whole mail address");

        answer(task, placing.linkWorker(), "send-again", "billie@right.example");

        assertThat(port.openTasksAbout(mail.value())).isEmpty();
        assertThat(referrals.personOf(referral).mail()).contains(new MailAddress("billie@right.example"));
        outbox.sendDue();
        assertThat(outbox.find(mail).state()).isEqualTo(MessageState.SENT);
    }

    @Test
    void anAddressThatIsNoneIsRefusedByFieldAndNothingChanges() {
        MessageId mail = appointmentToAWrongAddress();
        OpenTask task = task(mail);

        assertThatThrownBy(() -> answer(task, placing.linkWorker(), "send-again", "x@y.example, z@y.example"))
                .isInstanceOf(TaskRefused.class)
                .hasMessageContaining("Mail address: Enter one mail address like name@example.org");

        assertThat(referrals.personOf(referral).mail()).contains(WRONG);
        assertThat(outbox.find(mail).state()).isEqualTo(MessageState.FAILED);
    }

    @Test
    void theyMayBeToldInAnotherWay() {
        MessageId mail = appointmentToAWrongAddress();

        answer(task(mail), placing.linkWorker(), "told-otherwise", null);

        assertThat(port.openTasksAbout(mail.value())).isEmpty();
        assertThat(outbox.find(mail).state()).isEqualTo(MessageState.TOLD_OTHERWISE);
        assertThat(referrals.personOf(referral).mail()).contains(WRONG);
        assertThat(jdbc.sql("select reason || ' by ' || role from event where subject_id = ? and kind = 'mail-mended'")
                        .param(mail.value())
                        .query(String.class)
                        .single())
                .isEqualTo("told-otherwise by link-worker");
    }

    @Test
    void aMailThatFailsAgainIsATaskAgain() {
        MessageId mail = appointmentToAWrongAddress();
        OpenTask first = task(mail);

        answer(first, placing.linkWorker(), "send-again", null);
        outbox.sendDue();

        assertThat(task(mail).id()).isNotEqualTo(first.id());
    }

    @Test
    void anAdministratorMendsThePracticesMail() {
        PracticeId practice = placing.here().practice().practice();
        practices.changeMail(practice, WRONG, Actor.SYSTEM);
        MessageId mail = undelivered(MessageKind.RECEIVED, referral.value());
        Actor.SignedIn administrator = placing.somebody(Role.ADMINISTRATOR);
        assertThat(task(mail).candidates()).containsExactly("role-administrator");

        answer(task(mail), administrator, "send-again", "practice@right.example");

        assertThat(practices.find(practice).orElseThrow().mail()).isEqualTo(new MailAddress("practice@right.example"));
        outbox.sendDue();
        assertThat(outbox.find(mail).state()).isEqualTo(MessageState.SENT);
    }

    @Test
    void anAdministratorMendsAnOrganisersMail() throws Exception {
        GroupId group = InventedGroup.singers().in(context);
        AccountId organiser = placing.somebody(Role.ORGANISER, group).account();
        UUID placement = placing.offered(referral, group).value();
        accounts.changeMail(organiser, WRONG, Actor.SYSTEM);
        MessageId mail = undelivered(MessageKind.OFFER, placement);
        Actor.SignedIn administrator = placing.somebody(Role.ADMINISTRATOR);

        answer(task(mail), administrator, "send-again", "organiser@right.example");

        assertThat(accounts.find(organiser).orElseThrow().mail()).isEqualTo(new MailAddress("organiser@right.example"));
        outbox.sendDue();
        assertThat(outbox.find(mail).state()).isEqualTo(MessageState.SENT);
    }

    private MessageId appointmentToAWrongAddress() {
        contacts.make(referral, Said.reached(days.today().plusDays(2)), placing.linkWorker());
        once.run(() -> details.changeMail(referral, WRONG, placing.linkWorker()));
        return undelivered(MessageKind.CONVERSATION_APPOINTMENT, referral.value());
    }

    private MessageId undelivered(MessageKind kind, UUID subject) {
        once.run(() -> outbox.post(kind, subject, events.latestAbout(subject)));
        outbox.sendDue();
        // the process may have posted the same kind before
        return new MessageId(
                jdbc.sql("""
                        select id from message where subject_id = ? and kind = ? and state = 'failed'
                        order by id desc limit 1""").params(subject, kind.word()).query(UUID.class).single());
    }

    private OpenTask task(MessageId mail) {
        return port.openTasksAbout(mail.value()).get(0);
    }

    private void answer(OpenTask task, Actor actor, String mend, String address) {
        port.takeOver(task.id(), actor);
        Map<String, Object> answer = new HashMap<>();
        answer.put("mend", mend);
        answer.put("address", address);
        port.submit(task.id(), answer, actor);
    }
}
