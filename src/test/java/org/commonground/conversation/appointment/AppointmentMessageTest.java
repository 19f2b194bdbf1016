package org.commonground.conversation.appointment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.commonground.account.Actor;
import org.commonground.conversation.reach.Contacts;
import org.commonground.conversation.reach.MakeContact;
import org.commonground.correspondence.Channel;
import org.commonground.correspondence.MessageKind;
import org.commonground.correspondence.ToPeople;
import org.commonground.correspondence.Window;
import org.commonground.correspondence.words.Message;
import org.commonground.person.SafeWays;
import org.commonground.person.Safety;
import org.commonground.platform.time.MovableClock;
import org.commonground.platform.time.WorkingDays;
import org.commonground.referral.Outcome;
import org.commonground.referral.ReferralId;
import org.commonground.referral.Referrals;
import org.commonground.referral.consent.ConsentAnswers;
import org.commonground.referral.consent.GivenBy;
import org.commonground.referral.consent.Purpose;
import org.commonground.referral.intake.ReferralMessage;
import org.commonground.testing.CommonGroundTest;
import org.commonground.testing.Invented;
import org.commonground.testing.Placing;
import org.commonground.testing.Said;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Who must not be written to is not. */
@CommonGroundTest
class AppointmentMessageTest {

    @Autowired
    private ApplicationContext context;

    @Autowired
    private AppointmentMessage mails;

    @Autowired
    private Contacts contacts;

    @Autowired
    private Appointments appointments;

    @Autowired
    private Referrals referrals;

    @Autowired
    private ConsentAnswers consents;

    @Autowired
    private WorkingDays days;

    @Autowired
    private MovableClock clock;

    private Placing placing;

    @BeforeEach
    void settle() {
        placing = Placing.in(context);
    }

    @Test
    void tellsWhenWhereAndWho() {
        ReferralId id = reached(Invented.referral(), true);

        Message mail = mail(id).orElseThrow();
        assertThat(mail.to().text()).isEqualTo("billie@person.example");
        assertThat(mail.facts())
                .containsOnlyKeys("firstName", "day", "time", "place", "meets")
                .containsEntry("firstName", "Billie")
                .containsEntry("time", "10:30am")
                .containsEntry("place", "The library in Exampleton");
        assertThat(mail.appointment().orElseThrow().title()).isEqualTo("Time to talk");
    }

    @Test
    void whoeverSaidNoOrWasNotAskedIsNotWrittenTo() {
        ReferralMessage.Agreement notAsked =
                new ReferralMessage.Agreement(true, GivenBy.PERSON, null, null, true, null, null);

        assertThat(mail(reached(Invented.referral().consent(notAsked), null))).isEmpty();
        assertThat(mail(reached(Invented.referral(), false))).isEmpty();
    }

    @Test
    void whoeverTookItBackIsNotWrittenTo() {
        ReferralId id = reached(Invented.referral(), true);
        consents.withdraw(id, Purpose.MAIL, null, Actor.SYSTEM);

        assertThat(mail(id)).isEmpty();
    }

    @Test
    void whereMailIsNotKnownToBeSafeNoneIsSent() {
        ReferralId id = reached(contact(Safety.UNKNOWN), null);
        assertThat(consents.of(id).allow(Purpose.MAIL)).isTrue();
        assertThat(mail(id)).isEmpty();

        assertThat(mail(reached(contact(Safety.UNKNOWN), true)))
                .as("the link worker asked")
                .isPresent();
    }

    @Test
    void afterTheEndNothingMoreIsSent() {
        ReferralId id = reached(Invented.referral(), true);
        referrals.close(id, Outcome.WITHDRAWN, Actor.SYSTEM);

        assertThat(mail(id)).isEmpty();
    }

    @Test
    void itMakesSenseUntilWeTalk() {
        ReferralId id = reached(Invented.referral(), true);

        assertThat(mails.window(id.value(), null))
                .isEqualTo(Window.until(appointments.of(id).orElseThrow().at()));
    }

    private ReferralId reached(Invented invented, Boolean mayMail) {
        ReferralId id = placing.referral(invented);
        MakeContact said = Said.reached(days.today().plusDays(2));
        contacts.make(
                id,
                new MakeContact(said.way(), null, null, said.result(), null, null, said.meeting(), mayMail, null),
                placing.linkWorker());
        return id;
    }

    private Optional<Message> mail(ReferralId id) {
        return mails.compose(id.value(), id.value(), null)
                .filter(mail -> context.getBean(ToPeople.class)
                        .waysTo(id.value())
                        .mayTake(MessageKind.CONVERSATION_APPOINTMENT, Channel.EMAIL));
    }

    private static Invented contact(Safety mail) {
        ReferralMessage message = Invented.referral().message();
        return new Invented(new ReferralMessage(
                message.ownNumber(),
                message.urgency(),
                message.person(),
                new SafeWays(Safety.SAFE, null, null, mail, null, null, null),
                message.referrer(),
                message.reason(),
                message.requirements(),
                message.risk(),
                message.consent()));
    }
}
