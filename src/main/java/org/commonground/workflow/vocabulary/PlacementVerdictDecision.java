package org.commonground.workflow.vocabulary;

import java.util.Map;
import org.commonground.placement.Verdict;
import org.commonground.placement.check.WeighFacts;
import org.commonground.platform.Worded;

/** The decision table {@code placement-verdict}: whether the group may be asked. */
public final class PlacementVerdictDecision {

    public static final String ID = "placement-verdict";

    private PlacementVerdictDecision() {}

    public static Map<String, Object> facts(WeighFacts facts) {
        return Map.of(
                "risk", facts.risk().word(),
                "supportGap", facts.supportGap(),
                "shareRisks", facts.shareRisks());
    }

    public static Verdict verdict(Map<String, Object> outcome) {
        return Worded.of(Verdict.class, (String) outcome.get("verdict"));
    }
}
