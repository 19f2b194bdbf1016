package org.commonground.workflow.vocabulary;

import java.util.Map;
import org.commonground.platform.Worded;
import org.commonground.referral.Urgency;
import org.commonground.referral.triage.TriageFacts;
import org.commonground.referral.triage.TriageRoute;
import org.commonground.referral.triage.Triaged;

/** The decision table {@code triage}: where a referral goes, and how soon the person is to be reached. */
public final class TriageDecision {

    public static final String ID = "triage";

    private TriageDecision() {}

    public static Map<String, Object> facts(TriageFacts facts) {
        return Map.of(
                "requestedUrgency", facts.requestedUrgency().word(),
                "riskKnown", facts.riskKnown(),
                "age", facts.age(),
                "youngestAge", facts.youngestAge(),
                "duplicate", facts.duplicate());
    }

    public static Triaged triaged(Map<String, Object> outcome) {
        return new Triaged(
                Worded.of(TriageRoute.class, (String) outcome.get("triage")),
                Worded.of(Urgency.class, (String) outcome.get("urgency")));
    }
}
