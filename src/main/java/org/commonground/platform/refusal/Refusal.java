package org.commonground.platform.refusal;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Says no to what somebody asked, in words for that person, and changes nothing. It names fields, never values, so it
 * may be shown and logged. Pages, forms and the API each show it in their own way.
 */
public class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Why something is refused: the API answers 400, 404, 403 and 409. */
    public enum Kind {
        INVALID,
        NOT_FOUND,
        NOT_ALLOWED,
        CONFLICT
    }

    private final Kind kind;
    private final transient Map<String, String> fields;

    private Refusal(Kind kind, String message, Map<String, String> fields) {
        super(message, null, false, true);
        this.kind = kind;
        this.fields = new LinkedHashMap<>(fields);
    }

    /** Wrong or missing input: one plain message per field, all at once. */
    public static Refusal invalid(Map<String, String> fields) {
        return new Refusal(Kind.INVALID, "Some answers need changing", fields);
    }

    public static Refusal invalid(String field, String message) {
        return invalid(Map.of(field, message));
    }

    public static Refusal notFound(String message) {
        return new Refusal(Kind.NOT_FOUND, message, Map.of());
    }

    public static Refusal notAllowed(String message) {
        return new Refusal(Kind.NOT_ALLOWED, message, Map.of());
    }

    /** Somebody else was first, or things have changed meanwhile. */
    public static Refusal conflict(String message) {
        return new Refusal(Kind.CONFLICT, message, Map.of());
    }

    public Kind kind() {
        return kind;
    }

    /** Field name to message; empty where the refusal is about no field. */
    public Map<String, String> fields() {
        return fields;
    }
}
