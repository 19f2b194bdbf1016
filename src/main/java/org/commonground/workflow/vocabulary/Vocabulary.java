package org.commonground.workflow.vocabulary;

import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Every process's variables by name, for whoever holds something against the words of a model while it runs. */
public final class Vocabulary {

    private static final Map<String, Map<String, Variable<?>>> VARIABLES = Map.of(
            AnotherRoundProcess.ID, in(AnotherRoundProcess.Variables.class),
            CrisisProcess.ID, in(CrisisProcess.Variables.class),
            DeathCheckProcess.ID, in(DeathCheckProcess.Variables.class),
            FollowUpProcess.ID, in(FollowUpProcess.Variables.class),
            GroupLeftProcess.ID, in(GroupLeftProcess.Variables.class),
            PlacementProcess.ID, in(PlacementProcess.Variables.class),
            ReferralProcess.ID, in(ReferralProcess.Variables.class),
            SafeguardingConcernProcess.ID, in(SafeguardingConcernProcess.Variables.class),
            TellPersonProcess.ID, in(TellPersonProcess.Variables.class),
            UndeliverableMailProcess.ID, in(UndeliverableMailProcess.Variables.class));

    private Vocabulary() {}

    /** The variables a process may have; empty for a process that is not ours. */
    public static Optional<Map<String, Variable<?>>> variablesOf(String process) {
        return Optional.ofNullable(VARIABLES.get(process));
    }

    private static Map<String, Variable<?>> in(Class<?> variables) {
        return Arrays.stream(variables.getFields())
                .<Variable<?>>map(Vocabulary::constant)
                .collect(Collectors.toUnmodifiableMap(Variable::name, Function.identity()));
    }

    private static Variable<?> constant(Field field) {
        try {
            return (Variable<?>) field.get(null);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(field + " must be public", e);
        }
    }
}
