package org.commonground.workflow.vocabulary;

import java.util.Map;
import org.commonground.referral.TriageFacts;
import org.commonground.referral.Urgency;

/** The decision table {@code triage}: how soon the person is to be reached. */
public final class TriageDecision {

    public static final String ID = "triage";

    private TriageDecision() {}

    public static Map<String, Object> facts(TriageFacts facts) {
        return Map.of(
                "requestedUrgency", facts.requestedUrgency().word(),
                "riskKnown", facts.riskKnown());
    }

    public static Urgency urgency(Map<String, Object> outcome) {
        return Urgency.of((String) outcome.get("urgency"));
    }
}
