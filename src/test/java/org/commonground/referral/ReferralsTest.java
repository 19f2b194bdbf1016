package org.commonground.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.commonground.account.Actor;
import org.commonground.account.PracticeId;
import org.commonground.correspondence.Channel;
import org.commonground.correspondence.MessageKind;
import org.commonground.correspondence.ToPeople;
import org.commonground.correspondence.Ways;
import org.commonground.group.Need;
import org.commonground.group.Support;
import org.commonground.neighbourhood.Practices;
import org.commonground.person.NhsNumberMissing;
import org.commonground.person.Person;
import org.commonground.person.Safety;
import org.commonground.person.Way;
import org.commonground.platform.Worded;
import org.commonground.platform.personal.BirthDate;
import org.commonground.platform.personal.Narrative;
import org.commonground.platform.personal.PersonName;
import org.commonground.platform.refusal.Refusal;
import org.commonground.platform.time.WorkingDays;
import org.commonground.practice.NewsMessage;
import org.commonground.referral.consent.AnswerConsent;
import org.commonground.referral.consent.Consent;
import org.commonground.referral.consent.ConsentAnswers;
import org.commonground.referral.consent.Consents;
import org.commonground.referral.consent.GivenBy;
import org.commonground.referral.consent.Purpose;
import org.commonground.referral.details.ChangeDetails;
import org.commonground.referral.details.PersonDetails;
import org.commonground.referral.duplicate.Requests;
import org.commonground.referral.intake.Intake;
import org.commonground.referral.intake.ReferralMessage;
import org.commonground.referral.triage.Triage;
import org.commonground.referral.triage.TriageFacts;
import org.commonground.testing.CommonGroundTest;
import org.commonground.testing.Filled;
import org.commonground.testing.Invented;
import org.commonground.testing.Neighbourhood;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

@CommonGroundTest
class ReferralsTest {

    @Autowired
    private ApplicationContext context;

    @Autowired
    private Referrals referrals;

    @Autowired
    private Intake intake;

    @Autowired
    private Triage triage;

    @Autowired
    private Requests requests;

    @Autowired
    private ConsentAnswers consents;

    @Autowired
    private NewsMessage news;

    @Autowired
    private JdbcClient jdbc;

    private Neighbourhood here;

    @BeforeEach
    void settle() {
        here = Neighbourhood.in(context);
    }

    @Test
    void keepsWhatThePracticeSent() {
        Invented invented = Invented.referral();
        ReferralId id = take(invented);
        Referral referral = referrals.find(id);
        Person person = referrals.personOf(id);
        Request request = requests.of(id);

        assertThat(referral.standing()).isEqualTo(Standing.RECEIVED);
        assertThat(referral.team()).isEqualTo(here.team().id());
        assertThat(referrals.byReference(referral.reference())).contains(referral);
        assertThat(person.name().text()).isEqualTo("Wilhelmina Testerton");
        assertThat(person.firstName().text()).isEqualTo("Billie");
        assertThat(person.nhsNumber()).contains(invented.message().person().nhsNumber());
        assertThat(person.language().text()).isEqualTo("English");
        assertThat(person.safeContact().ways(Safety.SAFE)).containsExactly(Way.CALL, Way.MAIL);
        assertThat(person.safeContact().ways(Safety.UNKNOWN)).containsExactly(Way.TEXT, Way.LETTER);
        assertThat(request.needs()).containsExactlyInAnyOrder(Need.LONELINESS, Need.BEREAVEMENT);
        assertThat(request.support()).containsExactly(Support.STEP_FREE);
        assertThat(request.reason().text()).startsWith("Alone since");
        assertThat(referrals.namesOf(List.of(id))).isEqualTo(Map.of(id, new PersonName("Wilhelmina Testerton")));
        assertThat(events(id)).containsExactly("referral-received", "referral-triaged");
    }

    @Test
    void saysByFieldWhatIsWrongInAMessage() {
        ReferralMessage whole = Invented.referral().message();
        LocalDate today = context.getBean(WorkingDays.class).today();
        assertThat(intake.problemsOf(whole, "k".repeat(200))).isEmpty();
        assertThat(intake.problemsOf(whole, " ")).containsOnlyKeys("Idempotency-Key");
        assertThat(intake.problemsOf(Filled.with(whole, "ownNumber", null), null))
                .containsOnlyKeys("ownNumber");

        assertThat(problems(
                        whole,
                        "dateOfBirth",
                        new BirthDate(today.minusYears(131).plusDays(1))))
                .isEmpty();
        assertThat(problems(whole, "dateOfBirth", new BirthDate(today.minusYears(131))))
                .containsOnlyKeys("person.dateOfBirth");
        assertThat(problems(whole, "nhsNumberMissing", NhsNumberMissing.values()[0]))
                .containsOnlyKeys("person.nhsNumberMissing");
        assertThat(problems(whole, "phone", null, "mail", null, "address", null))
                .containsOnlyKeys("person.phone");
        assertThat(problems(whole, "phone", null, "mail", null)).isEmpty();
        ReferralMessage.Risk unsaid = new ReferralMessage.Risk(RiskLevel.MANAGED, null, null);
        assertThat(intake.problemsOf(Filled.with(whole, "risk", unsaid), null)).containsOnlyKeys("risk.narrative");
    }

    private Map<String, String> problems(ReferralMessage message, Object... person) {
        return intake.problemsOf(Filled.with(message, "person", Filled.with(message.person(), person)), null);
    }

    @Test
    void keepsWhatWasAgreedToAndByWhom() {
        ReferralMessage.Agreement agreement = new ReferralMessage.Agreement(
                true,
                GivenBy.ATTORNEY_OR_DEPUTY,
                new PersonName("Agatha Testerton"),
                new Narrative("Lasting power of attorney seen"),
                false,
                null,
                true);
        ReferralId id = take(Invented.referral().consent(agreement));
        Consents agreed = consents.of(id);

        assertThat(agreed.allow(Purpose.REFER)).isTrue();
        assertThat(agreed.allow(Purpose.TEXT)).isTrue();
        assertThat(agreed.allow(Purpose.FEEDBACK)).isFalse();
        assertThat(agreed.newest(Purpose.FEEDBACK, null)).isPresent();
        assertThat(agreed.newest(Purpose.MAIL, null)).isEmpty();
        Consent refer = agreed.newest(Purpose.REFER, null).orElseThrow();
        assertThat(refer.by()).isEqualTo(GivenBy.ATTORNEY_OR_DEPUTY);
        assertThat(refer.decidedBy().text()).isEqualTo("Agatha Testerton");
        assertThat(refer.grounds().text()).isEqualTo("Lasting power of attorney seen");
    }

    @Test
    void aConsentIsTakenBackOnceAndTheNewestAnswerCounts() {
        ReferralId id = take(Invented.referral());

        consents.answer(id, AnswerConsent.byThePerson(Purpose.TEXT, false), Actor.SYSTEM);
        consents.answer(id, AnswerConsent.byThePerson(Purpose.FEEDBACK, true), Actor.SYSTEM);
        consents.withdraw(id, Purpose.FEEDBACK, null, Actor.SYSTEM);
        int answers = consents.of(id).answers().size();
        consents.withdraw(id, Purpose.FEEDBACK, null, Actor.SYSTEM);
        assertThat(consents.of(id).answers()).hasSize(answers);
        assertThat(consents.of(id).allow(Purpose.FEEDBACK)).isFalse();
        assertThat(events(id)).containsExactly("referral-received", "referral-triaged", "consent-withdrawn");

        consents.answer(id, AnswerConsent.byThePerson(Purpose.FEEDBACK, true), Actor.SYSTEM);
        assertThat(consents.of(id).allow(Purpose.FEEDBACK)).isTrue();
    }

    @Test
    void whereSomebodyElseDecidedTheGroundsAreNeeded() {
        ReferralId id = take(Invented.referral());
        AnswerConsent bare = new AnswerConsent(Purpose.MAIL, null, true, GivenBy.BEST_INTERESTS, null, null);

        assertThatThrownBy(() -> consents.answer(id, bare, Actor.SYSTEM))
                .asInstanceOf(InstanceOfAssertFactories.type(Refusal.class))
                .extracting(Refusal::fields, InstanceOfAssertFactories.MAP)
                .containsOnlyKeys("grounds");
    }

    @Test
    void standsWhereItStandsUntilItEndsOnce() {
        ReferralId id = take(Invented.referral().urgent().risk(RiskLevel.MANAGED, "Falls", "A seat near the door"));
        int age = referrals
                .personOf(id)
                .born()
                .ageOn(context.getBean(WorkingDays.class).today());
        assertThat(triage.facts(id)).isEqualTo(new TriageFacts(Urgency.URGENT, true, age, 18, false));

        assertThat(referrals.find(id).standing()).isEqualTo(Standing.RECEIVED);
        assertThat(referrals.find(id).urgency()).contains(Urgency.URGENT);

        referrals.close(id, Outcome.NOT_REACHED, Actor.SYSTEM);
        referrals.close(id, Outcome.DECLINED, Actor.SYSTEM);
        referrals.stands(id, Standing.TALKING);
        assertThat(referrals.find(id).standing()).isEqualTo(Standing.CLOSED);
        assertThat(referrals.find(id).outcome()).contains(Outcome.NOT_REACHED);
        assertThat(events(id)).containsExactly("referral-received", "referral-triaged", "referral-closed");
        assertThatThrownBy(() -> referrals.sendBack(id, new SendBack(SentBackReason.OTHER), Actor.SYSTEM))
                .hasMessage("This referral has ended");
        assertThatThrownBy(() -> referrals.stands(id, Standing.CLOSED))
                .as("it is closed with its outcome")
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void everythingPersonalIsSealedAndNothingShowsItself() {
        Invented invented = Invented.referral();
        ReferralId id = take(invented);
        String row = jdbc.sql(
                        "select p::text || r::text from referral r join person p on p.id = r.person_id where r.id = ?")
                .param(id.value())
                .query(String.class)
                .single();

        String shown = row
                + invented.message()
                + referrals.find(id)
                + referrals.personOf(id)
                + requests.of(id)
                + consents.of(id);
        assertThat(shown)
                .doesNotContainIgnoringCase(
                        "wilhelmina", "testerton", "billie", "999000001", "999 000", "1951", "exampleton")
                .doesNotContainIgnoringCase(
                        "960018", "agatha", "sample", "woman", "husband", "walks", "mornings", "english");
        byte[] given = jdbc.sql("select given_name from person p join referral r on r.person_id = p.id where r.id = ?")
                .param(id.value())
                .query(byte[].class)
                .single();
        assertThat(given[0]).as("the version").isEqualTo((byte) 1);
        assertThat(new String(given, StandardCharsets.UTF_8)).doesNotContain("Wilhelmina");
    }

    @Test
    void newsGoesToThePracticeAsFarAsThePersonAgreed() {
        ReferralId agreed = take(Invented.referral());
        ReferralId little = take(Invented.referral().withoutFeedback());

        assertThat(news.recipients(agreed.value()))
                .containsExactly(here.practice().practice().value());
        assertThat(news.compose(agreed.value(), here.practice().practice().value(), null))
                .isPresent();
        assertThat(news.compose(little.value(), here.practice().practice().value(), null))
                .isEmpty();
        referrals.close(little, Outcome.DECLINED, Actor.SYSTEM);
        assertThat(news.compose(little.value(), here.practice().practice().value(), null))
                .isPresent();
    }

    /** Mail safe or not, agreed to or not; letter safe or not. */
    @ParameterizedTest
    @CsvSource({
        "safe, true, unknown, EMAIL",
        "unknown, true, safe, LETTER",
        "unsafe, true, safe, LETTER",
        "safe, false, safe, LETTER",
        "safe, , unknown, CALL",
        "unknown, true, unsafe, CALL"
    })
    void aMessageGoesTheWayThatIsSafe(String mail, Boolean agreed, String letter, Channel way) {
        Invented invented = Invented.referral()
                .contact(null, null, null, Worded.of(Safety.class, mail), Worded.of(Safety.class, letter))
                .consent(new ReferralMessage.Agreement(true, GivenBy.PERSON, null, null, true, agreed, null));
        assertThat(wayTo(invented)).isEqualTo(way);
    }

    @Test
    void aMessageGoesOnlyWhereThereIsAnAddress() {
        Invented all = Invented.referral().contact(null, null, null, Safety.SAFE, Safety.SAFE);
        ReferralMessage.Who who = all.message().person();
        assertThat(wayTo(all.person(Filled.with(who, "mail", null)))).isEqualTo(Channel.LETTER);
        Invented again = Invented.referral().contact(null, null, null, Safety.SAFE, Safety.SAFE);
        assertThat(wayTo(again.person(Filled.with(who, "mail", null, "address", null))))
                .isEqualTo(Channel.CALL);
    }

    private Channel wayTo(Invented invented) {
        Ways.Next next = context.getBean(ToPeople.class)
                .waysTo(take(invented).value())
                .next(MessageKind.CONVERSATION_APPOINTMENT, Set.of());
        return ((Ways.By) next).channel();
    }

    @Test
    void nobodyMovesToAPracticeThatRefersNoMore() {
        ReferralId id = take(Invented.referral());
        PersonDetails details = context.getBean(PersonDetails.class);
        ChangeDetails before = details.of(id);
        PracticeId former = Neighbourhood.in(context).practice().practice();
        context.getBean(Practices.class).close(former, Actor.SYSTEM);

        ChangeDetails moved = Filled.with(before, "practice", former, "practiceMayHear", true);
        assertThatThrownBy(() -> details.change(id, before.mark(), moved, Actor.SYSTEM))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.fields()).containsOnlyKeys("practice"));
    }

    @Test
    void aReferralThatIsNoneIsRefused() {
        assertThatThrownBy(() -> referrals.find(ReferralId.next()))
                .isInstanceOf(Refusal.class)
                .hasMessage("There is no such referral");
    }

    private ReferralId take(Invented invented) {
        return intake.receive(invented.message(), null, here.actor()).referral();
    }

    private List<String> events(ReferralId id) {
        return jdbc.sql("select kind from event where referral_id = ? order by id")
                .param(id.value())
                .query(String.class)
                .list();
    }
}
