package org.commonground.workflow.forms;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.commonground.account.Actor;
import org.commonground.conversation.PartOfDay;
import org.commonground.conversation.Spending;
import org.commonground.conversation.Travel;
import org.commonground.conversation.measure.Measure;
import org.commonground.conversation.measure.NotAsked;
import org.commonground.conversation.reach.ContactResult;
import org.commonground.conversation.talk.ConversationResult;
import org.commonground.group.Need;
import org.commonground.group.Support;
import org.commonground.person.Way;
import org.commonground.platform.time.WorkingDays;
import org.commonground.referral.Referrals;
import org.commonground.referral.consent.GivenBy;
import org.commonground.referral.intake.Intake;
import org.commonground.referral.intake.Receipt;
import org.commonground.referral.intake.ReferralMessage;
import org.commonground.testing.CommonGroundTest;
import org.commonground.testing.Invented;
import org.commonground.testing.Neighbourhood;
import org.commonground.testing.Said;
import org.commonground.workflow.tasks.FormValues;
import org.commonground.workflow.tasks.Outputs;
import org.commonground.workflow.tasks.TaskAtHand;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** The two forms of contact and conversation: their fields, their choices, what they show and what they set. */
@CommonGroundTest
class ConversationFormsTest {

    @Autowired
    private ApplicationContext context;

    @Autowired
    private Referrals referrals;

    @Autowired
    private Intake intake;

    @Autowired
    private WorkingDays days;

    @Autowired
    private MakeContactForm makeContact;

    @Autowired
    private HoldConversationForm holdConversation;

    private Receipt receipt;

    @BeforeEach
    void refer() {
        receipt = intake.receive(
                Invented.referral().message(), null, Neighbourhood.in(context).actor());
    }

    @Test
    void offerTheChoicesWeKnowInTheWordsWeUse() {
        FormFile contact = FormFile.of("make-contact");
        FormFile talk = FormFile.of("hold-conversation");

        assertThat(contact.choices("result"))
                .isEqualTo(words(ContactResult.values(), ContactResult::word, ContactResult::label));
        assertThat(talk.choices("result"))
                .isEqualTo(words(ConversationResult.values(), ConversationResult::word, ConversationResult::label));
        assertThat(talk.choices("needs")).isEqualTo(words(Need.values(), Need::word, Need::label));
        assertThat(talk.choices("support")).isEqualTo(words(Support.values(), Support::word, Support::label));
        assertThat(talk.choices("times")).isEqualTo(words(PartOfDay.values(), PartOfDay::word, PartOfDay::label));
        assertThat(talk.choices("travel")).isEqualTo(words(Travel.values(), Travel::word, Travel::label));
        assertThat(talk.choices("spending")).isEqualTo(words(Spending.values(), Spending::word, Spending::label));
    }

    @ParameterizedTest
    @EnumSource
    void askEachMeasureInItsFixedWords(Measure measure) {
        JsonNode field = FormFile.of("hold-conversation").fields().get(measure.field());
        Map<String, String> choices = FormFile.of("hold-conversation").choices(measure.field());
        List<String> scores = IntStream.rangeClosed(0, 10)
                .filter(measure::allows)
                .mapToObj(Integer::toString)
                .toList();
        List<String> reasons = Stream.of(NotAsked.values())
                .map(reason -> "not-asked-" + reason.word())
                .toList();

        assertThat(field.get("label").asText())
                .startsWith(measure.question() + "{{if result = \"go-ahead\" then \"*\"");
        assertThat(choices.keySet())
                .containsExactlyElementsOf(
                        Stream.concat(scores.stream(), reasons.stream()).toList());
    }

    @Test
    void showNothingThatIsNotThere() {
        assertThat(makeContact.prefill(task("make-contact"), Actor.SYSTEM).keySet())
                .containsAll(FormFile.of("make-contact").shown())
                .contains("ways", "unmarked", "mailPossible", "lastAttempt");
        assertThat(holdConversation
                        .prefill(task("hold-conversation"), Actor.SYSTEM)
                        .keySet())
                .containsAll(FormFile.of("hold-conversation").shown());
    }

    @Test
    void showSafeWaysFirstAndOfferNoUnsafeOne() {
        Map<String, Object> values = makeContact.prefill(task("make-contact"), Actor.SYSTEM);

        assertThat(values)
                .containsEntry("person", "Wilhelmina Testerton")
                .containsEntry("safeWays", "call, mail")
                .containsEntry("unsafeWays", "voicemail")
                .containsEntry("unknownWays", "text, letter")
                .containsEntry("thisAttempt", "This is attempt 1 of 3.")
                .containsEntry("address", "3 Invented Row, Exampleton, EX1 1AA")
                .containsEntry("reference", receipt.reference().text());
        assertThat(values.get("ways").toString())
                .contains("value=call")
                .containsSubsequence("value=call", "value=mail", "value=text", "value=letter")
                .doesNotContain("voicemail");
        assertThat(values).containsEntry("unmarked", List.of("text", "letter"));
        assertThat(FormValues.forForm(values)).hasSameSizeAs(values);
    }

    @Test
    void startFromWhatThePracticeSaid() {
        Map<String, Object> values =
                FormValues.forForm(holdConversation.prefill(task("hold-conversation"), Actor.SYSTEM));

        assertThat(values)
                .containsEntry("feedback", "true")
                .containsEntry("mail", "true")
                .containsEntry("referBy", "person")
                .containsEntry("feedbackBy", "person")
                .containsEntry("appointment", "not agreed")
                .doesNotContainKeys("text", "shareRisks", "result");
        assertThat(values.get("needs").toString()).contains("loneliness", "bereavement");
        assertThat(values.get("support").toString()).contains("step-free");
    }

    @Test
    void neverSayBeforehandThatAWayIsSafe() {
        ReferralMessage.Agreement both =
                new ReferralMessage.Agreement(true, GivenBy.PERSON, null, null, true, true, true);
        receipt = intake.receive(
                Invented.referral().consent(both).message(),
                null,
                Neighbourhood.in(context).actor());

        assertThat(holdConversation.prefill(task("hold-conversation"), Actor.SYSTEM))
                .containsEntry("mail", "true")
                .doesNotContainKey("text");
    }

    @Test
    void setDecisionsAndDatesAlone() {
        TaskAtHand contact = task("make-contact");
        Map<String, Object> missed = makeContact.answer(contact, Said.noAnswer(Way.CALL), Actor.SYSTEM);
        Map<String, Object> reached =
                makeContact.answer(contact, Said.reached(days.today().plusDays(3)), Actor.SYSTEM);
        Map<String, Object> talked = holdConversation.answer(task("hold-conversation"), Said.goAhead(), Actor.SYSTEM);

        assertThat(missed).containsEntry("contact", "no-answer-try-again");
        assertThat(missed.get("nextContact")).isInstanceOf(Date.class);
        assertThat(reached).containsEntry("contact", "reached");
        assertThat(reached.get("conversationOn")).isInstanceOf(Date.class);
        assertThat(talked).isEqualTo(Map.of("conversation", "go-ahead"));
        Stream.of(missed, reached, talked).forEach(outputs -> Outputs.checked("any", outputs));
    }

    @Test
    void sayHowItEndedWhereItEnds() {
        TaskAtHand contact = task("make-contact");
        makeContact.answer(contact, Said.noAnswer(Way.CALL), Actor.SYSTEM);
        makeContact.answer(contact, Said.noAnswer(Way.MAIL), Actor.SYSTEM);

        assertThat(makeContact.answer(contact, Said.noAnswer(Way.CALL), Actor.SYSTEM))
                .containsEntry("contact", "not-reached")
                .containsEntry("outcome", "not-reached");
        assertThat(makeContact.answer(contact, Said.doesNotWant(), Actor.SYSTEM))
                .containsEntry("contact", "declined")
                .containsEntry("outcome", "declined");
        assertThat(holdConversation.answer(task("hold-conversation"), Said.doesNotWantAfterAll(), Actor.SYSTEM))
                .isEqualTo(Map.of("conversation", "declined", "outcome", "declined"));
    }

    private TaskAtHand task(String key) {
        return new TaskAtHand(
                "task", key, receipt.referral().value(), receipt.reference().text());
    }

    private static <E extends Enum<E>> Map<String, String> words(
            E[] values, Function<E, String> word, Function<E, String> label) {
        Map<String, String> words = new LinkedHashMap<>();
        Stream.of(values).forEach(value -> words.put(word.apply(value), label.apply(value)));
        return words;
    }
}
