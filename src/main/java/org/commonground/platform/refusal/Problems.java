package org.commonground.platform.refusal;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * Collects what is wrong about answers, to say all of it at once. The first message about a field is kept: what comes
 * later often follows from it.
 */
public final class Problems {

    private final Map<String, String> wrong = new TreeMap<>();
    private final Map<String, String> otherwise = new TreeMap<>();

    /** Says the message about the field, unless the answers fit. */
    public Problems need(boolean fit, String field, String message) {
        if (!fit) {
            wrong.putIfAbsent(field, message);
        }
        return this;
    }

    public Problems needSaid(boolean needed, Object said, String field, String message) {
        return need(!needed || said != null, field, message);
    }

    public Problems needSaid(Object said, String field, String message) {
        return need(said != null, field, message);
    }

    public Problems add(String field, String message) {
        return need(false, field, message);
    }

    /** Says this only where nobody knows anything better about the field, before or after. */
    public Problems otherwise(String field, String message) {
        otherwise.putIfAbsent(field, message);
        return this;
    }

    public Problems addAll(Map<String, String> fields) {
        return addAll(fields, UnaryOperator.identity());
    }

    /** @param named what a field is called here */
    public Problems addAll(Map<String, String> fields, UnaryOperator<String> named) {
        fields.forEach((field, message) -> add(named.apply(field), message));
        return this;
    }

    /** Adds what the command's own rules say. */
    public Problems check(Object command) {
        return addAll(Commands.problems(command));
    }

    public boolean isEmpty() {
        return wrong.isEmpty() && otherwise.isEmpty();
    }

    public boolean has(String field) {
        return wrong.containsKey(field) || otherwise.containsKey(field);
    }

    /** One message for each field, by the fields' names. */
    public Map<String, String> byField() {
        Map<String, String> fields = new TreeMap<>(otherwise);
        fields.putAll(wrong);
        return fields;
    }

    public void refuseIfWrong() {
        if (!isEmpty()) {
            throw Refusal.invalid(byField());
        }
    }
}
