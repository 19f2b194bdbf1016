package org.commonground.workflow.vocabulary;

import java.util.List;
import java.util.Map;

/** The decision table {@code follow-up-plan}: in which weeks to look back. */
public final class FollowUpPlanDecision {

    public static final String ID = "follow-up-plan";

    private FollowUpPlanDecision() {}

    /** @param attended whether the person came to a first session */
    public static Map<String, Object> facts(boolean attended) {
        return Map.of("attended", attended);
    }

    /** Weeks after the first session. */
    public static List<Integer> weeks(List<Map<String, Object>> outcomes) {
        return outcomes.stream()
                .map(outcome -> ((Number) outcome.get("week")).intValue())
                .toList();
    }
}
