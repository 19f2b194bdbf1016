package org.commonground.workflow.forms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.commonground.account.Actor;
import org.commonground.account.Role;
import org.commonground.group.GroupFull;
import org.commonground.group.GroupId;
import org.commonground.group.Support;
import org.commonground.placement.PlacementId;
import org.commonground.placement.Placements;
import org.commonground.placement.Verdict;
import org.commonground.placement.check.Weighing;
import org.commonground.placement.choice.NoGroupReason;
import org.commonground.placement.firstsession.Attendance;
import org.commonground.placement.firstsession.PersonNoReason;
import org.commonground.placement.firstsession.RecordFirstSession;
import org.commonground.placement.offer.DeclineReason;
import org.commonground.referral.ReferralId;
import org.commonground.referral.Referrals;
import org.commonground.referral.RiskLevel;
import org.commonground.testing.CommonGroundTest;
import org.commonground.testing.InventedGroup;
import org.commonground.testing.Placing;
import org.commonground.workflow.tasks.FormValues;
import org.commonground.workflow.tasks.Outputs;
import org.commonground.workflow.tasks.TaskAtHand;
import org.commonground.workflow.tasks.TaskForm;
import org.commonground.workflow.tasks.TaskForms;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** The seven forms of a placement: their fields, their choices, what each reader is shown, and what they set. */
@CommonGroundTest
class PlacementFormsTest {

    private static final String NAME = "Wilhelmina";
    private static final String CALLED = "Billie";

    @Autowired
    private ApplicationContext context;

    @Autowired
    private TaskForms forms;

    @Autowired
    private Placements placements;

    @Autowired
    private Weighing weighing;

    @Autowired
    private Referrals referrals;

    private Placing placing;
    private ReferralId referral;
    private GroupId group;

    @BeforeEach
    void settle() {
        placing = Placing.in(context);
        referral = placing.referral();
        group = InventedGroup.singers().in(context);
    }

    @Test
    void offerTheChoicesWeKnowInTheWordsWeUse() {
        assertThat(FormFile.of("choose-groups").choices("noGroupReason"))
                .isEqualTo(words(NoGroupReason.values(), NoGroupReason::word, NoGroupReason::label));
        assertThat(FormFile.of("check-person-side").choices("support"))
                .isEqualTo(words(Support.values(), Support::word, Support::label));
        assertThat(FormFile.of("check-person-side").choices("riskToSelf").keySet())
                .containsExactly(
                        Stream.of(RiskLevel.values()).map(RiskLevel::word).toArray(String[]::new));
        assertThat(FormFile.of("answer-offer").choices("declineReason"))
                .isEqualTo(words(DeclineReason.values(), DeclineReason::word, DeclineReason::label));
        assertThat(FormFile.of("ask-person").choices("noReason"))
                .isEqualTo(words(PersonNoReason.values(), PersonNoReason::word, PersonNoReason::label));
    }

    @Test
    void choosingShowsEveryGroupAndTheReasons() {
        Map<String, Object> values = prefill("choose-groups", referral.value(), placing.linkWorker());

        assertThat(values).containsEntry("person", "Wilhelmina Testerton").containsEntry("most", 2);
        assertThat(values.get("ranked").toString()).contains("Nobody has to sing alone", "meets: ");
        assertThat(values.get("groupOptions").toString()).contains(group.toString());
        assertThat(FormValues.forForm(values)).hasSameSizeAs(values);
    }

    @Test
    void choosingSetsThePlacementsOrTheOutcome() {
        Map<String, Object> tried =
                answer("choose-groups", referral.value(), Placing.choice(group), placing.linkWorker());

        assertThat(tried).containsEntry("choice", "try").doesNotContainKey("outcome");
        assertThat(tried.get("placements"))
                .isEqualTo(List.of(placements.of(referral).get(0).id().toString()));
    }

    @Test
    void theNextCheckStartsFromTheLast() {
        PlacementId first = placing.choose(referral, group).get(0);
        Map<String, Object> anew = prefill("check-person-side", first.value(), placing.linkWorker());
        assertThat(anew)
                .containsEntry("group", group(first))
                .doesNotContainKeys("riskToSelf", "safeguarding", "crisis", "signed");

        answer(
                "check-person-side",
                first.value(),
                Placing.side(RiskLevel.MANAGED, "Needs a seat near the door", true, List.of(Support.STEP_FREE)),
                placing.linkWorker());
        PlacementId second =
                placing.choose(referral, InventedGroup.singers().in(context)).get(0);
        Map<String, Object> again =
                FormValues.forForm(prefill("check-person-side", second.value(), placing.linkWorker()));

        assertThat(again)
                .containsEntry("mobility", "Walks with a frame")
                .containsEntry("riskFromOthers", "managed")
                .containsEntry("safeguarding", "false")
                .containsEntry("instruction", "Needs a seat near the door")
                .containsEntry("shareRisks", "true")
                .containsEntry("consentBy", "person")
                .doesNotContainKeys("crisis", "signed");
    }

    @Test
    void aSecondOpinionIsGivenWithoutAName() {
        PlacementId id = placing.choose(referral, group).get(0);
        answer(
                "check-person-side",
                id.value(),
                Placing.side(RiskLevel.UNRESOLVED, "Never alone with visitors", false, List.of(Support.STEP_FREE)),
                placing.linkWorker());
        weighing.weighed(id, Verdict.SECOND_OPINION);

        assertThat(prefill("give-second-opinion", id.value(), placing.somebody(Role.CLINICAL_SUPERVISOR))
                        .toString())
                .contains("a risk that is not resolved", "from others unresolved", "does not agree that this is told")
                .doesNotContain(NAME, CALLED);
    }

    @Test
    void organisersReadNoNameUntilTheyHaveSaidYes() throws GroupFull {
        Actor.SignedIn organiser = placing.somebody(Role.ORGANISER, group);
        PlacementId id = placing.offered(referral, group);

        Map<String, Object> theirs = prefill("answer-offer", id.value(), organiser);
        assertThat(theirs).containsEntry("asOrganiser", true).containsEntry("ageBand", "75 or over");
        assertThat(theirs.toString()).doesNotContain(NAME, CALLED, "husband", "Agatha", "960018");
        assertThat(prefill("answer-offer", id.value(), placing.linkWorker()))
                .containsEntry("asOrganiser", false)
                .containsEntry("person", "Wilhelmina Testerton")
                .containsEntry("groupPhone", "01632 960099");
        prefill("phone-organiser", id.value(), placing.linkWorker());

        assertThat(answer("answer-offer", id.value(), Placing.yes(), organiser))
                .isEqualTo(Map.of("answer", "accepted"));
        Map<String, Object> ask = prefill("ask-person", id.value(), placing.linkWorker());
        assertThat(ask).containsKeys("firstSessionOn", "firstSessionAt", "meetingPlace", "metBy");
        Map<String, Object> agreed = answer("ask-person", id.value(), placing.today(), placing.linkWorker());
        assertThat(agreed).containsEntry("personSays", "yes");
        assertThat(agreed.get("firstSessionOn")).isInstanceOf(Date.class);

        assertThat(prefill("record-first-session", id.value(), organiser)).containsEntry("who", CALLED);
        assertThat(prefill("record-first-session", id.value(), placing.linkWorker()))
                .containsEntry("who", "Wilhelmina Testerton");
        assertThat(answer(
                        "record-first-session",
                        id.value(),
                        new RecordFirstSession(Attendance.ATTENDED, null),
                        organiser))
                .isEqualTo(Map.of("firstSession", "attended"));
    }

    /** Every value that the form shows must be there, or be for somebody else. */
    private Map<String, Object> prefill(String task, UUID subject, Actor actor) {
        Map<String, Object> values = forms.of(task).prefill(task(task, subject), actor);
        if (!Boolean.TRUE.equals(values.get("asOrganiser"))) {
            assertThat(values.keySet())
                    .containsAll(FormFile.of(task).shown().stream()
                            .filter(name -> !Set.of("reference", "task").contains(name))
                            .toList());
        }
        return values;
    }

    @SuppressWarnings("unchecked")
    private <R extends Record> Map<String, Object> answer(String task, UUID subject, R answer, Actor actor) {
        return Outputs.checked(task, ((TaskForm<R>) forms.of(task)).answer(task(task, subject), answer, actor));
    }

    private TaskAtHand task(String task, UUID subject) {
        return new TaskAtHand(
                "task", task, subject, referrals.find(referral).reference().text());
    }

    private String group(PlacementId id) {
        return context.getBean(GroupWords.class)
                .group(placements.find(id).group())
                .name();
    }

    private static <E extends Enum<E>> Map<String, String> words(
            E[] values, Function<E, String> word, Function<E, String> label) {
        Map<String, String> words = new LinkedHashMap<>();
        Stream.of(values).forEach(value -> words.put(word.apply(value), label.apply(value)));
        return words;
    }
}
