package org.commonground.workflow.forms;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.commonground.account.Actor;
import org.commonground.account.Role;
import org.commonground.conversation.measure.Measure;
import org.commonground.conversation.measure.MeasureChoices;
import org.commonground.conversation.measure.NotAsked;
import org.commonground.conversation.notebook.AgreedAction;
import org.commonground.conversation.notebook.Entry;
import org.commonground.conversation.notebook.Notebooks;
import org.commonground.followup.FollowUpWay;
import org.commonground.followup.FollowUps;
import org.commonground.followup.HoldFollowUp;
import org.commonground.followup.StillGoing;
import org.commonground.platform.Flat;
import org.commonground.platform.Ids;
import org.commonground.platform.personal.Narrative;
import org.commonground.platform.personal.PersonName;
import org.commonground.platform.refusal.Refusal;
import org.commonground.platform.time.WorkingDays;
import org.commonground.referral.ReferralId;
import org.commonground.referral.Referrals;
import org.commonground.referral.intake.Intake;
import org.commonground.safeguarding.Concerns;
import org.commonground.safeguarding.Decision;
import org.commonground.safeguarding.LiftPause;
import org.commonground.safeguarding.RaiseConcern;
import org.commonground.safeguarding.ReviewConcern;
import org.commonground.testing.CommonGroundTest;
import org.commonground.testing.Filled;
import org.commonground.testing.Here;
import org.commonground.testing.Invented;
import org.commonground.testing.Neighbourhood;
import org.commonground.testing.People;
import org.commonground.workflow.tasks.TaskAtHand;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Look back, review a concern, lift a pause: fields, choices, and what they show to whom. */
@CommonGroundTest
class CareFormsTest {

    @Autowired
    ApplicationContext context;

    @Autowired
    Referrals referrals;

    @Autowired
    Intake intake;

    @Autowired
    FollowUps followUps;

    @Autowired
    Concerns concerns;

    @Autowired
    WorkingDays days;

    @Autowired
    Notebooks notebooks;

    @Autowired
    HoldFollowUpForm holdFollowUp;

    @Autowired
    ReviewConcernForm reviewConcern;

    @Autowired
    LiftPauseForm liftPause;

    private ReferralId referral;
    private Actor.SignedIn lead;

    @BeforeEach
    void settle() {
        referral = intake.receive(
                        Invented.referral().message(),
                        null,
                        Neighbourhood.in(context).actor())
                .referral();
        lead = People.in(context).with(Role.SAFEGUARDING_LEAD).actor();
    }

    @ParameterizedTest
    @ValueSource(classes = {HoldFollowUp.class, ReviewConcern.class, LiftPause.class})
    void ask_what_the_record_takes_and_nothing_else(Class<? extends Record> record) {
        String task =
                record.getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase();
        assertThat(FormFile.of(task).fields().keySet())
                .containsExactlyInAnyOrderElementsOf(
                        Flat.Fields.of(record).map(RecordComponent::getName).toList());
    }

    @Test
    void offer_the_choices_we_know_in_the_words_we_use() {
        FormFile lookBack = FormFile.of("hold-follow-up");
        assertThat(lookBack.choices("way"))
                .isEqualTo(words(FollowUpWay.values(), FollowUpWay::word, FollowUpWay::label));
        assertThat(lookBack.choices("stillGoing"))
                .isEqualTo(words(StillGoing.values(), StillGoing::word, StillGoing::label));
        assertThat(FormFile.of("review-concern").choices("decision").keySet())
                .containsExactlyElementsOf(
                        Stream.of(Decision.values()).map(Decision::word).toList());
    }

    @ParameterizedTest
    @EnumSource
    void ask_each_measure_in_its_fixed_words(Measure measure) {
        FormFile form = FormFile.of("hold-follow-up");
        Stream<String> scores =
                IntStream.rangeClosed(0, 10).filter(measure::allows).mapToObj(Integer::toString);
        Stream<String> reasons = Stream.of(NotAsked.values()).map(reason -> "not-asked-" + reason.word());

        assertThat(form.fields().get(measure.field()).get("label").asText()).isEqualTo(measure.question());
        assertThat(form.choices(measure.field()).keySet())
                .containsExactlyElementsOf(Stream.concat(scores, reasons).toList());
    }

    @Test
    void looking_back_shows_the_earlier_answers_beside_each_measure() {
        UUID plan = followUps
                .plan(referral, days.today().minusWeeks(7), List.of(2, 6, 12), Actor.SYSTEM)
                .value();
        TaskAtHand task = task("hold-follow-up", plan);
        assertThat(holdFollowUp.prefill(task, Actor.SYSTEM).keySet())
                .containsAll(FormFile.of("hold-follow-up").shown());
        assertThat(holdFollowUp.prefill(task, Actor.SYSTEM))
                .containsEntry("earlierHappy", "not asked yet")
                .containsEntry("lastTime", "nothing was said");

        holdFollowUp.answer(task, said(), Actor.SYSTEM);

        assertThat(holdFollowUp.prefill(task, Actor.SYSTEM))
                .containsEntry("earlierHappy", "week 2 6 (medium)")
                .containsEntry("earlierAnxious", "week 2 not asked")
                .containsEntry("earlierLeftOut", "week 2 hardly ever or never")
                .containsEntry("earlierLonely", "week 2 hardly ever")
                .containsEntry("lastTime", "Stays with the choir")
                .containsEntry("goals", "Stand on a stage")
                .containsEntry("wants", "Stand on a stage")
                .hasEntrySatisfying(
                        "openActionsInWords",
                        actions -> assertThat(actions.toString()).startsWith("Ring the choir: Jo, by 12 December"))
                .hasEntrySatisfying(
                        "notes", notes -> assertThat(notes.toString()).contains("Her sister comes along"));
        List<UUID> toBeDone =
                notebooks.of(referral).open().stream().map(AgreedAction::id).toList();

        holdFollowUp.answer(
                task, Filled.with(said(), "newActions", null, "note", null, "doneActions", toBeDone), Actor.SYSTEM);

        assertThat(notebooks.of(referral).open()).isEmpty();
        assertThat(notebooks.of(referral).goals())
                .extracting(Narrative::text)
                .as("written down once")
                .containsExactly("Stand on a stage");
    }

    @Test
    void a_concern_shows_all_the_lead_needs_and_nobody_else_anything() {
        UUID concern = raised();
        TaskAtHand task = task("review-concern", concern);

        Map<String, Object> values = reviewConcern.prefill(task, lead);
        assertThat(values.keySet()).containsAll(FormFile.of("review-concern").shown());
        assertThat(values.get("about").toString())
                .contains(
                        "Wilhelmina Testerton",
                        referrals.find(referral).reference().text());
        assertThat(values.get("what")).isEqualTo("Bruises");
        assertThat(values.get("dangerNotice").toString()).contains("immediate danger");
        Actor.SignedIn linkWorker = People.in(context).with(Role.LINK_WORKER).actor();
        assertThat(refused(() -> reviewConcern.prefill(task, linkWorker))).isTrue();
    }

    @Test
    void lifting_a_pause_shows_why_it_was_decided() {
        UUID concern = raised();
        ReviewConcern pause = new ReviewConcern(
                Decision.PAUSE, Narrative.of("Wait for the council"), false, null, null, PersonName.of("Ada Obi"));
        assertThat(reviewConcern.answer(task("review-concern", concern), pause, lead))
                .isEqualTo(Map.of("decision", "pause"));

        Map<String, Object> values = liftPause.prefill(task("lift-pause", concern), lead);

        assertThat(values.keySet()).containsAll(FormFile.of("lift-pause").shown());
        assertThat(values).containsEntry("reasons", "Wait for the council").containsEntry("namedPerson", "Ada Obi");
    }

    private UUID raised() {
        RaiseConcern command =
                new RaiseConcern(Ids.next(), referral.value(), null, true, Narrative.of("Bruises"), null);
        return concerns.raise(command, Here.in(context), Actor.SYSTEM).value();
    }

    private static TaskAtHand task(String key, UUID subject) {
        return new TaskAtHand("task", key, subject, null);
    }

    private static boolean refused(Runnable work) {
        try {
            work.run();
            return false;
        } catch (Refusal refusal) {
            return true;
        }
    }

    private static HoldFollowUp said() {
        return new HoldFollowUp(
                true,
                FollowUpWay.CALL,
                StillGoing.YES,
                Narrative.of("Sings again"),
                Narrative.of("Stays with the choir"),
                new Entry(
                        Narrative.of("Her sister comes along"),
                        Narrative.of("Stand on a stage"),
                        Narrative.of("Ring the choir, Jo, 12 December"),
                        null),
                new MeasureChoices("7", "8", "6", "not-asked-too-upset", "1", "1", "2", "4"),
                true,
                null);
    }

    private static <E> Map<String, String> words(E[] values, Function<E, String> word, Function<E, String> label) {
        return Stream.of(values).collect(Collectors.toMap(word, label));
    }
}
