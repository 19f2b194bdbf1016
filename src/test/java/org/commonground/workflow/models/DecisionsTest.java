package org.commonground.workflow.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.Input;
import org.camunda.bpm.model.dmn.instance.Output;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.commonground.placement.Verdict;
import org.commonground.placement.check.WeighFacts;
import org.commonground.referral.RiskLevel;
import org.commonground.referral.Urgency;
import org.commonground.referral.triage.TriageFacts;
import org.commonground.referral.triage.TriageRoute;
import org.commonground.referral.triage.Triaged;
import org.commonground.testing.CommonGroundTest;
import org.commonground.workflow.decisions.Decisions;
import org.commonground.workflow.decisions.UndecidedException;
import org.commonground.workflow.vocabulary.FollowUpPlanDecision;
import org.commonground.workflow.vocabulary.PlacementVerdictDecision;
import org.commonground.workflow.vocabulary.TriageDecision;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Every decision table as it is deployed: each combination of facts has exactly one answer, and this is it. */
@CommonGroundTest
class DecisionsTest {

    @Autowired
    Decisions decisions;

    @ParameterizedTest
    @CsvSource({
        // asked,  risk, old enough, matched
        "ROUTINE, false, true,  false, REACH,         ROUTINE",
        "ROUTINE, true,  true,  false, REACH,         URGENT",
        "URGENT,  false, true,  false, REACH,         URGENT",
        "URGENT,  true,  true,  false, REACH,         URGENT",
        "ROUTINE, false, true,  true,  LOOK_AT_DUPLICATE, ROUTINE",
        "ROUTINE, true,  true,  true,  LOOK_AT_DUPLICATE, URGENT",
        "URGENT,  false, true,  true,  LOOK_AT_DUPLICATE, URGENT",
        "URGENT,  true,  true,  true,  LOOK_AT_DUPLICATE, URGENT",
        "ROUTINE, false, false, false, TOO_YOUNG,     ROUTINE",
        "ROUTINE, true,  false, false, TOO_YOUNG,     ROUTINE",
        "URGENT,  false, false, false, TOO_YOUNG,     ROUTINE",
        "URGENT,  true,  false, false, TOO_YOUNG,     ROUTINE",
        "ROUTINE, false, false, true,  TOO_YOUNG,     ROUTINE",
        "ROUTINE, true,  false, true,  TOO_YOUNG,     ROUTINE",
        "URGENT,  false, false, true,  TOO_YOUNG,     ROUTINE",
        "URGENT,  true,  false, true,  TOO_YOUNG,     ROUTINE",
    })
    void triage(
            Urgency requested,
            boolean riskKnown,
            boolean oldEnough,
            boolean matched,
            TriageRoute route,
            Urgency urgency) {
        Map<String, Object> facts =
                TriageDecision.facts(new TriageFacts(requested, riskKnown, oldEnough ? 16 : 15, 16, matched));
        assertThat(TriageDecision.triaged(decisions.askOne(TriageDecision.ID, facts)))
                .isEqualTo(new Triaged(route, urgency));
    }

    @ParameterizedTest
    @CsvSource({
        // risk,     support gap, share risks
        "NONE,       false, true,  GO_AHEAD",
        "NONE,       false, false, GO_AHEAD",
        "NONE,       true,  true,  SECOND_OPINION",
        "NONE,       true,  false, SECOND_OPINION",
        "MANAGED,    false, true,  GO_AHEAD",
        "MANAGED,    false, false, SECOND_OPINION",
        "MANAGED,    true,  true,  SECOND_OPINION",
        "MANAGED,    true,  false, SECOND_OPINION",
        "UNRESOLVED, false, true,  SECOND_OPINION",
        "UNRESOLVED, false, false, SECOND_OPINION",
        "UNRESOLVED, true,  true,  NOT_THIS_GROUP",
        "UNRESOLVED, true,  false, NOT_THIS_GROUP",
    })
    void placement_verdict(RiskLevel risk, boolean supportGap, boolean shareRisks, Verdict verdict) {
        Map<String, Object> facts = PlacementVerdictDecision.facts(new WeighFacts(risk, supportGap, shareRisks));
        assertThat(PlacementVerdictDecision.verdict(decisions.askOne(PlacementVerdictDecision.ID, facts)))
                .isEqualTo(verdict);
    }

    @Test
    void follow_up_plan() {
        assertThat(weeks(true)).containsExactly(2, 6, 12);
        assertThat(weeks(false)).containsExactly(4);
    }

    /** A fact that no rule knows is a defect somebody sees, never a way on. */
    @Test
    void what_no_rule_knows_is_not_decided() {
        assertThatThrownBy(() -> decisions.askOne(
                        TriageDecision.ID,
                        Map.of("requestedUrgency", "soon", "riskKnown", false, "oldEnough", true, "duplicate", false)))
                .isInstanceOf(UndecidedException.class);
        assertThatThrownBy(() -> decisions.askOne(
                        PlacementVerdictDecision.ID,
                        Map.of("risk", "unheard-of", "supportGap", false, "shareRisks", true)))
                .isInstanceOf(UndecidedException.class);
    }

    static Stream<Named> tables() {
        return Stream.of(
                new Named(
                        TriageDecision.ID,
                        TriageDecision.facts(new TriageFacts(Urgency.ROUTINE, false, 18, 18, false))
                                .keySet(),
                        "triage",
                        "urgency"),
                new Named(
                        PlacementVerdictDecision.ID,
                        PlacementVerdictDecision.facts(new WeighFacts(RiskLevel.NONE, false, false))
                                .keySet(),
                        "verdict"),
                new Named(
                        FollowUpPlanDecision.ID,
                        FollowUpPlanDecision.facts(true).keySet(),
                        "week"));
    }

    record Named(String id, Set<String> facts, String... outcomes) {}

    /** Table and code use the same words, the file is named like the decision, and each rule says why. */
    @ParameterizedTest
    @MethodSource("tables")
    void a_table_and_its_vocabulary_agree(Named table) {
        DmnModelInstance dmn =
                Dmn.readModelFromFile(Model.FOLDER.resolve(table.id() + ".dmn").toFile());

        assertThat(dmn.getModelElementsByType(Decision.class)).singleElement().satisfies(decision -> {
            assertThat(decision.getId()).isEqualTo(table.id());
            assertThat(decision.getCamundaHistoryTimeToLiveString()).isEqualTo("P365D");
        });
        assertThat(dmn.getModelElementsByType(Input.class))
                .extracting(input -> input.getInputExpression().getText().getTextContent())
                .containsExactlyInAnyOrderElementsOf(table.facts());
        assertThat(dmn.getModelElementsByType(Output.class))
                .extracting(Output::getName)
                .containsExactly(table.outcomes());
        assertThat(dmn.getModelElementsByType(Rule.class))
                .allSatisfy(rule ->
                        assertThat(rule.getDescription().getTextContent()).isNotBlank());
    }

    private Iterable<Integer> weeks(boolean attended) {
        return FollowUpPlanDecision.weeks(decisions.ask(FollowUpPlanDecision.ID, FollowUpPlanDecision.facts(attended)));
    }
}
