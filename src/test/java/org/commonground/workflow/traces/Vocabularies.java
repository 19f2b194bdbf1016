package org.commonground.workflow.traces;

import java.lang.reflect.Field;
import java.util.HashMap;
import java.util.Map;
import org.commonground.workflow.vocabulary.CrisisProcess;
import org.commonground.workflow.vocabulary.FollowUpProcess;
import org.commonground.workflow.vocabulary.PlacementProcess;
import org.commonground.workflow.vocabulary.ReferralProcess;
import org.commonground.workflow.vocabulary.SafeguardingConcernProcess;
import org.commonground.workflow.vocabulary.UndeliverableMailProcess;
import org.commonground.workflow.vocabulary.Variable;

/** The variables that each process declares, by name. */
final class Vocabularies {

    private static final Map<String, Class<?>> BY_PROCESS = Map.of(
            ReferralProcess.ID, ReferralProcess.Variables.class,
            PlacementProcess.ID, PlacementProcess.Variables.class,
            CrisisProcess.ID, CrisisProcess.Variables.class,
            FollowUpProcess.ID, FollowUpProcess.Variables.class,
            SafeguardingConcernProcess.ID, SafeguardingConcernProcess.Variables.class,
            UndeliverableMailProcess.ID, UndeliverableMailProcess.Variables.class);

    private Vocabularies() {}

    static Map<String, Variable<?>> variablesOf(String process) {
        Map<String, Variable<?>> variables = new HashMap<>();
        for (Field constant : BY_PROCESS.get(process).getFields()) {
            try {
                Variable<?> variable = (Variable<?>) constant.get(null);
                variables.put(variable.name(), variable);
            } catch (IllegalAccessException e) {
                throw new IllegalStateException(e);
            }
        }
        return variables;
    }
}
