package org.commonground.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.commonground.account.Actor;
import org.commonground.platform.personal.Narrative;
import org.commonground.platform.refusal.Refusal;
import org.commonground.platform.time.WorkingDays;
import org.commonground.referral.Outcome;
import org.commonground.referral.ReferralId;
import org.commonground.referral.Referrals;
import org.commonground.referral.Safety;
import org.commonground.referral.Standing;
import org.commonground.referral.Way;
import org.commonground.testing.CommonGroundTest;
import org.commonground.testing.Invented;
import org.commonground.testing.Neighbourhood;
import org.commonground.testing.Said;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

@CommonGroundTest
class ContactsTest {

    @Autowired
    private ApplicationContext context;

    @Autowired
    private Referrals referrals;

    @Autowired
    private Contacts contacts;

    @Autowired
    private Codes codes;

    @Autowired
    private WorkingDays days;

    @Autowired
    private JdbcClient jdbc;

    private ReferralId id;

    @BeforeEach
    void refer() {
        id = referrals
                .receive(
                        Invented.referral().message(),
                        null,
                        Neighbourhood.in(context).actor())
                .referral();
    }

    @Test
    void whoeverIsReachedGetsAnAppointment() {
        LocalDate day = days.today().plusDays(2);

        ContactOutcome outcome = contacts.make(id, Said.reached(day), Actor.SYSTEM);

        assertThat(outcome.next()).isEqualTo(ContactOutcome.Next.REACHED);
        assertThat(outcome.talkAt().atZone(WorkingDays.LONDON).toLocalDateTime())
                .isEqualTo(day.atTime(10, 30));
        Appointment appointment = contacts.appointmentOf(id).orElseThrow();
        assertThat(appointment.at()).isEqualTo(outcome.talkAt());
        assertThat(appointment.place().text()).isEqualTo("The library in Exampleton");
        assertThat(referrals.find(id).standing()).isEqualTo(Standing.TALKING);
        assertThat(events()).containsExactly("referral-received", "referral-triaged", "person-reached");
    }

    @Test
    void triesDaysApartAndGivesUpAfterTheLastAttempt() {
        assertThat(referrals.find(id).standing()).isEqualTo(Standing.RECEIVED);

        ContactOutcome first = contacts.make(id, Said.noAnswer(Way.CALL), Actor.SYSTEM);
        assertThat(referrals.find(id).standing()).isEqualTo(Standing.REACHING);
        assertThat(first.next()).isEqualTo(ContactOutcome.Next.NO_ANSWER_TRY_AGAIN);
        assertThat(first.tryAgainAt().atZone(WorkingDays.LONDON).toLocalDateTime())
                .isEqualTo(days.after(days.today(), 3).atTime(LocalTime.of(9, 0)));

        LocalDate chosen = days.today().plusDays(9);
        MakeContact again = new MakeContact(Way.CALL, null, ContactResult.NO_ANSWER, chosen, null, null, null, null);
        ContactOutcome second = contacts.make(id, again, Actor.SYSTEM);
        assertThat(second.tryAgainAt().atZone(WorkingDays.LONDON).toLocalDate()).isEqualTo(chosen);

        ContactOutcome third = contacts.make(id, Said.noAnswer(Way.MAIL), Actor.SYSTEM);
        assertThat(third.next()).isEqualTo(ContactOutcome.Next.NOT_REACHED);
        assertThat(contacts.attemptsOf(id)).extracting(Attempt::number).containsExactly(1, 2, 3);
        assertThat(events())
                .containsExactly(
                        "referral-received",
                        "referral-triaged",
                        "contact-missed",
                        "contact-missed",
                        "person-not-reached");
    }

    @Test
    void aWayThatIsNotSafeIsNeverUsed() {
        assertRefused(() -> contacts.make(id, Said.noAnswer(Way.VOICEMAIL), Actor.SYSTEM), "way");
        assertThat(contacts.attemptsOf(id)).isEmpty();
    }

    @Test
    void aWayNobodyKnowsIsUsedOnceSomebodyHasMadeSure() {
        assertRefused(() -> contacts.make(id, Said.noAnswer(Way.TEXT), Actor.SYSTEM), "checkedSafe");

        MakeContact checked = new MakeContact(Way.TEXT, true, ContactResult.NO_ANSWER, null, null, null, null, null);
        contacts.make(id, checked, Actor.SYSTEM);
        assertThat(referrals.personOf(id).safeContact().of(Way.TEXT)).isEqualTo(Safety.SAFE);
    }

    @Test
    void saysAtOnceEverythingThatIsMissing() {
        MakeContact bare = new MakeContact(Way.VOICEMAIL, null, ContactResult.REACHED, null, null, null, null, null);
        assertRefused(
                () -> contacts.make(id, bare, Actor.SYSTEM),
                "way",
                "conversationOn",
                "conversationAt",
                "conversationPlace");

        MakeContact past = new MakeContact(
                Way.CALL,
                null,
                ContactResult.REACHED,
                null,
                days.today().minusDays(1),
                LocalTime.NOON,
                new Narrative("By phone"),
                null);
        assertRefused(() -> contacts.make(id, past, Actor.SYSTEM), "conversationOn");
        MakeContact far = new MakeContact(
                Way.CALL, null, ContactResult.NO_ANSWER, days.today().plusYears(200), null, null, null, null);
        assertRefused(() -> contacts.make(id, far, Actor.SYSTEM), "nextContactOn");
    }

    @Test
    void whoeverDeclinesIsHeard() {
        ContactOutcome outcome = contacts.make(id, Said.doesNotWant(), Actor.SYSTEM);

        assertThat(outcome.next()).isEqualTo(ContactOutcome.Next.DECLINED);
        assertThat(codes.of(id)).extracting(code -> code.code().text()).containsExactly("871711000000103");
        assertThat(events()).containsExactly("referral-received", "referral-triaged", "person-declined");
    }

    @Test
    void nothingHappensToAReferralThatHasEnded() {
        referrals.close(id, Outcome.WITHDRAWN, Actor.SYSTEM);

        assertThatThrownBy(() -> contacts.make(id, Said.doesNotWant(), Actor.SYSTEM))
                .isInstanceOf(Refusal.class)
                .hasMessage("This referral has ended");
    }

    private static void assertRefused(ThrowingCallable action, String... fields) {
        assertThatThrownBy(action)
                .asInstanceOf(InstanceOfAssertFactories.type(Refusal.class))
                .extracting(Refusal::fields, InstanceOfAssertFactories.MAP)
                .containsOnlyKeys((Object[]) fields);
    }

    private List<String> events() {
        return jdbc.sql("select kind from event where referral_id = ? order by id")
                .param(id.value())
                .query(String.class)
                .list();
    }
}
