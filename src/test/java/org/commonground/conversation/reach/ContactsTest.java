package org.commonground.conversation.reach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.commonground.account.Actor;
import org.commonground.conversation.appointment.Appointment;
import org.commonground.conversation.appointment.Appointments;
import org.commonground.conversation.appointment.Meeting;
import org.commonground.conversation.code.Codes;
import org.commonground.correspondence.MessageKind;
import org.commonground.correspondence.ToPeople;
import org.commonground.correspondence.Ways;
import org.commonground.person.Person;
import org.commonground.person.Safety;
import org.commonground.person.Way;
import org.commonground.platform.Worded;
import org.commonground.platform.personal.Narrative;
import org.commonground.platform.refusal.Refusal;
import org.commonground.platform.time.WorkingDays;
import org.commonground.referral.Outcome;
import org.commonground.referral.ReferralId;
import org.commonground.referral.Referrals;
import org.commonground.referral.Standing;
import org.commonground.referral.consent.GivenBy;
import org.commonground.referral.intake.Intake;
import org.commonground.referral.intake.ReferralMessage;
import org.commonground.testing.CommonGroundTest;
import org.commonground.testing.Filled;
import org.commonground.testing.Invented;
import org.commonground.testing.Neighbourhood;
import org.commonground.testing.Said;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
    private Intake intake;

    @Autowired
    private Contacts contacts;

    @Autowired
    private Replies replies;

    @Autowired
    private LastLetters letters;

    @Autowired
    private ContactAttempts attempts;

    @Autowired
    private Appointments appointments;

    @Autowired
    private Codes codes;

    @Autowired
    private WorkingDays days;

    @Autowired
    private JdbcClient jdbc;

    private ReferralId id;

    @BeforeEach
    void refer() {
        id = take(Invented.referral());
    }

    private ReferralId take(Invented invented) {
        return intake.receive(
                        invented.message(), null, Neighbourhood.in(context).actor())
                .referral();
    }

    @Test
    void whoeverIsReachedGetsAnAppointment() {
        LocalDate day = days.today().plusDays(2);

        ContactOutcome outcome = contacts.make(id, Said.reached(day), Actor.SYSTEM);

        assertThat(outcome.next()).isEqualTo(ContactOutcome.Next.REACHED);
        assertThat(outcome.talkAt().atZone(WorkingDays.LONDON).toLocalDateTime())
                .isEqualTo(day.atTime(10, 30));
        Appointment appointment = appointments.of(id).orElseThrow();
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
        ContactOutcome second = contacts.make(id, Said.noAnswer(Way.CALL, chosen), Actor.SYSTEM);
        assertThat(second.tryAgainAt().atZone(WorkingDays.LONDON).toLocalDate()).isEqualTo(chosen);

        ContactOutcome third = contacts.make(id, Said.noAnswer(Way.MAIL), Actor.SYSTEM);
        assertThat(third.next()).isEqualTo(ContactOutcome.Next.NOT_REACHED);
        assertThat(attempts.of(id)).extracting(Attempt::number).containsExactly(1, 2, 3);
        assertThat(events())
                .containsExactly(
                        "referral-received",
                        "referral-triaged",
                        "contact-missed",
                        "contact-missed",
                        "person-not-reached");
    }

    /** The first two were calls; a mail is safe too, so a third call is not enough. */
    @Test
    void triesByTwoWaysBeforeItGivesUp() {
        Person person = referrals.personOf(id);
        for (int attempt = 1; attempt <= 3; attempt++) {
            assertThat(attempts.roundOf(id).better(attempts.numbersFor(id), person))
                    .as("another way, when no attempt is left over")
                    .isEqualTo(attempt < 3 ? Set.of() : Set.of(Way.MAIL));
            assertThat(contacts.make(id, Said.noAnswer(Way.CALL), Actor.SYSTEM).next())
                    .isEqualTo(ContactOutcome.Next.NO_ANSWER_TRY_AGAIN);
        }
        assertThat(attempts.roundOf(id).better(attempts.numbersFor(id), person)).containsExactly(Way.MAIL);

        ContactOutcome fourth = contacts.make(id, Said.noAnswer(Way.MAIL), Actor.SYSTEM);
        assertThat(fourth.next()).isEqualTo(ContactOutcome.Next.NOT_REACHED);
    }

    @Test
    void aVoicemailIsACallAndNoOtherWay() {
        id = take(Invented.referral().contact(Safety.SAFE, Safety.SAFE, null, Safety.SAFE, null));
        for (Way way : List.of(Way.CALL, Way.VOICEMAIL, Way.CALL)) {
            assertThat(contacts.make(id, Said.noAnswer(way), Actor.SYSTEM).next())
                    .isEqualTo(ContactOutcome.Next.NO_ANSWER_TRY_AGAIN);
        }
    }

    @Test
    void mailIsAgreedToOnlyWhereItCanBeSentAndIsSafeFromThenOn() {
        MakeContact mayMail = Said.reached(days.today().plusDays(2));
        ReferralMessage.Who who = Filled.with(Invented.referral().message().person(), "mail", null);
        ReferralId noMail = take(Invented.referral().person(who));
        assertRefused(() -> contacts.make(noMail, mayMail, Actor.SYSTEM), "mayMail");
        ReferralId unsafe = take(Invented.referral().contact(Safety.SAFE, null, null, Safety.UNSAFE, null));
        assertRefused(() -> contacts.make(unsafe, mayMail, Actor.SYSTEM), "mayMail");

        ReferralId unknown = take(Invented.referral().contact(Safety.SAFE, null, null, null, null));
        contacts.make(unknown, Filled.with(mayMail, "mayMail", false), Actor.SYSTEM);
        assertThat(referrals.personOf(unknown).safeContact().isSafe(Way.MAIL)).isFalse();
        contacts.make(unknown, mayMail, Actor.SYSTEM);
        assertThat(referrals.personOf(unknown).safeContact().isSafe(Way.MAIL)).isTrue();
    }

    @Test
    void oneWayIsEnoughWhereThereIsOnlyOne() {
        id = take(Invented.referral().contact(Safety.SAFE, Safety.SAFE, Safety.UNKNOWN, Safety.UNSAFE, Safety.SAFE));
        jdbc.sql("update person set address = null where id = ?")
                .param(referrals.find(id).person().value())
                .update();
        contacts.make(id, Said.noAnswer(Way.CALL), Actor.SYSTEM);
        contacts.make(id, Said.noAnswer(Way.VOICEMAIL), Actor.SYSTEM);

        ContactOutcome third = contacts.make(id, Said.noAnswer(Way.CALL), Actor.SYSTEM);
        assertThat(third.next()).isEqualTo(ContactOutcome.Next.NOT_REACHED);
        assertThat(told()).as("no address to write to").isEqualTo("no-safe-way");
    }

    /** Mail safe or not, agreed to or not; letter safe or not: who must not be written to is not. */
    @ParameterizedTest
    @CsvSource({
        "safe, true, safe, email",
        "safe, true, unknown, email",
        "safe, false, safe, letter",
        "safe, , safe, letter",
        "unknown, true, safe, letter",
        "unsafe, true, safe, letter",
        "unsafe, true, unsafe, no-safe-way",
        "unknown, true, unknown, no-safe-way",
        "safe, false, unknown, no-safe-way"
    })
    void theLastLetterObeysTheMarks(String mail, Boolean agreed, String letter, String way) {
        id = take(Invented.referral()
                .contact(
                        Safety.SAFE,
                        Safety.UNSAFE,
                        Safety.SAFE,
                        Worded.of(Safety.class, mail),
                        Worded.of(Safety.class, letter))
                .consent(new ReferralMessage.Agreement(true, GivenBy.PERSON, null, null, true, agreed, null)));
        contacts.make(id, Said.noAnswer(Way.CALL), Actor.SYSTEM);
        contacts.make(id, Said.noAnswer(Way.TEXT), Actor.SYSTEM);

        assertThat(contacts.make(id, Said.noAnswer(Way.CALL), Actor.SYSTEM).next())
                .isEqualTo(ContactOutcome.Next.NOT_REACHED);
        assertThat(told()).isEqualTo(way);
    }

    /** By which way they hear that we could not reach them, or why by none. */
    private String told() {
        Ways.Next next = context.getBean(ToPeople.class).waysTo(id.value()).next(MessageKind.NOT_REACHED, Set.of());
        return next instanceof Ways.By by
                ? by.channel().word()
                : ((Ways.Nothing) next).reason().word();
    }

    @Test
    void whoeverIsNotReadyIsAskedAgainAndTriedAnew() {
        contacts.make(id, Said.noAnswer(Way.CALL), Actor.SYSTEM);
        LocalDate later = days.today().plusDays(120);

        ContactOutcome outcome = contacts.make(id, Said.notReady(later), Actor.SYSTEM);
        assertThat(outcome.next()).isEqualTo(ContactOutcome.Next.NOT_READY);
        assertThat(outcome.tryAgainAt().atZone(WorkingDays.LONDON).toLocalDate())
                .isEqualTo(later);
        assertThat(attempts.roundOf(id).next()).isEqualTo(1);
        assertThat(attempts.of(id)).hasSize(2);
        assertRefused(() -> contacts.make(id, Said.notReady(null), Actor.SYSTEM), "nextContactOn");
        assertRefused(() -> contacts.make(id, Said.notReady(later.plusDays(90)), Actor.SYSTEM), "nextContactOn");
    }

    @Test
    void voicemailAndMailAreUsedOnlyWhereTheyAreSafe() {
        assertRefused(() -> contacts.make(id, Said.noAnswerByAllowed(Way.VOICEMAIL, true), Actor.SYSTEM), "way");
        id = take(
                Invented.referral().contact(Safety.SAFE, Safety.UNKNOWN, Safety.SAFE, Safety.UNKNOWN, Safety.UNKNOWN));
        assertRefused(() -> contacts.make(id, Said.noAnswerByAllowed(Way.VOICEMAIL, true), Actor.SYSTEM), "way");
        assertRefused(() -> contacts.make(id, Said.noAnswerByAllowed(Way.MAIL, true), Actor.SYSTEM), "way");
        assertThat(attempts.of(id)).isEmpty();
    }

    @Test
    void aWayNotMarkedSafeIsUsedOnlyBecauseSomebodySaidSo() {
        assertRefused(() -> contacts.make(id, Said.noAnswer(Way.TEXT), Actor.SYSTEM), "whyThisWay");

        contacts.make(id, Said.noAnswerByAllowed(Way.TEXT, false), Actor.SYSTEM);
        assertThat(referrals.personOf(id).safeContact().of(Way.TEXT)).isEqualTo(Safety.UNKNOWN);
        assertThat(attempts.of(id).get(0).why().text()).isEqualTo("Her GP said this number may be texted");

        contacts.make(id, Said.noAnswerByAllowed(Way.TEXT, true), Actor.SYSTEM);
        assertThat(referrals.personOf(id).safeContact().of(Way.TEXT)).isEqualTo(Safety.SAFE);
    }

    @Test
    void whoeverGetsInTouchAfterTheLastLetterIsHeard() {
        LocalDate day = days.today().plusDays(2);
        MakeContact meet = Said.reached(day);
        AwaitReply talk = new AwaitReply(Reply.REACHED, null, null, meet.meeting(), false, null);
        assertThat(replies.replied(id, talk, Actor.SYSTEM).next()).isEqualTo(ContactOutcome.Next.REACHED);
        assertThat(referrals.find(id).standing()).isEqualTo(Standing.TALKING);
        assertRefused(
                () -> replies.replied(id, new AwaitReply(Reply.REACHED, null, null, null, null, null), Actor.SYSTEM),
                "conversationOn",
                "conversationAt",
                "conversationPlace");
        assertRefused(
                () -> replies.replied(id, new AwaitReply(Reply.DECLINED, null, null, null, null, null), Actor.SYSTEM),
                "declinedBecause");
    }

    @Test
    void whoeverAnswersTheLastLetterThatTheyAreNotReadyIsAskedAgainAndTriedAnew() {
        for (Way way : List.of(Way.CALL, Way.CALL, Way.MAIL)) {
            contacts.make(id, Said.noAnswer(way), Actor.SYSTEM);
        }
        assertThat(attempts.roundOf(id).next()).isEqualTo(4);
        assertRefused(() -> replies.replied(id, notReady(null), Actor.SYSTEM), "askAgainOn");
        assertRefused(() -> replies.replied(id, notReady(days.today()), Actor.SYSTEM), "askAgainOn");
        assertRefused(() -> replies.replied(id, notReady(days.today().plusDays(185)), Actor.SYSTEM), "askAgainOn");

        LocalDate later = days.today().plusDays(30);
        ContactOutcome outcome = replies.replied(id, notReady(later), Actor.SYSTEM);

        assertThat(outcome.next()).isEqualTo(ContactOutcome.Next.NOT_READY);
        assertThat(LocalDate.ofInstant(outcome.tryAgainAt(), WorkingDays.LONDON))
                .isEqualTo(later);
        assertThat(referrals.find(id).standing()).isEqualTo(Standing.REACHING);
        assertThat(attempts.roundOf(id).next()).as("attempts are counted anew").isEqualTo(1);
        assertThat(contacts.make(id, Said.noAnswer(Way.CALL), Actor.SYSTEM).next())
                .isEqualTo(ContactOutcome.Next.NO_ANSWER_TRY_AGAIN);
    }

    private static AwaitReply notReady(LocalDate askOn) {
        return new AwaitReply(Reply.NOT_READY, null, askOn, null, null, null);
    }

    @Test
    void aLetterThatIsSafeAfterAllIsSafeFromNowOn() {
        FindAnotherWay letter = new FindAnotherWay(AnotherWay.LETTER_IS_SAFE, new Narrative("Her GP asked her"));
        letters.findAnotherWay(id, letter, Actor.SYSTEM);
        assertThat(referrals.personOf(id).safeContact().isSafe(Way.LETTER)).isTrue();

        jdbc.sql("update person set address = null where id = ?")
                .param(referrals.find(id).person().value())
                .update();
        assertRefused(() -> letters.findAnotherWay(id, letter, Actor.SYSTEM), "anotherWay");
    }

    @Test
    void saysAtOnceEverythingThatIsMissing() {
        MakeContact bare =
                new MakeContact(Way.VOICEMAIL, null, null, ContactResult.REACHED, null, null, null, null, null);
        assertRefused(
                () -> contacts.make(id, bare, Actor.SYSTEM),
                "way",
                "conversationOn",
                "conversationAt",
                "conversationPlace");

        MakeContact past = new MakeContact(
                Way.CALL,
                null,
                null,
                ContactResult.REACHED,
                null,
                null,
                new Meeting(days.today().minusDays(1), LocalTime.NOON, new Narrative("By phone")),
                null,
                null);
        assertRefused(() -> contacts.make(id, past, Actor.SYSTEM), "conversationOn");
    }

    @Test
    void theNextAttemptIsFromTomorrowOnAndWithinThreeMonths() {
        LocalDate tomorrow = days.today().plusDays(1);
        for (LocalDate wrong : List.of(days.today(), tomorrow.plusDays(93))) {
            assertRefused(() -> contacts.make(id, Said.noAnswer(Way.CALL, wrong), Actor.SYSTEM), "nextContactOn");
        }
        contacts.make(id, Said.noAnswer(Way.CALL, tomorrow), Actor.SYSTEM);
        contacts.make(id, Said.noAnswer(Way.CALL, tomorrow.plusDays(92)), Actor.SYSTEM);
    }

    @Test
    void whoeverDeclinesIsHeard() {
        MakeContact why = Filled.with(Said.doesNotWant(), "declinedBecause", null);
        assertRefused(() -> contacts.make(id, why, Actor.SYSTEM), "declinedBecause");
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
