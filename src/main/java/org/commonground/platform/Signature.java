package org.commonground.platform;

import java.util.Locale;
import java.util.Objects;
import java.util.UUID;

/**
 * Whose word a row is: kept with whatever somebody records, says or decides. It holds for people without an account as
 * well, and names nobody by itself.
 *
 * @param kind what its id is the id of
 * @param id null for the system alone
 */
public record Signature(Kind kind, UUID id) {

    /** Whoever can sign. */
    public enum Kind {
        /** Somebody signed in. */
        ACCOUNT,
        /** Somebody who decides for a community group, by a link to one matter. */
        ORGANISER,
        /** Who is referred, by their card. */
        PERSON,
        /** A practice's computer system. */
        PRACTICE,
        /** A timer, the sweep or a listener: nobody. */
        SYSTEM
    }

    private static final String BETWEEN = "/";

    public static final Signature SYSTEM = new Signature(Kind.SYSTEM, null);

    public Signature {
        Objects.requireNonNull(kind);
        if ((id == null) != (kind == Kind.SYSTEM)) {
            throw new IllegalArgumentException("a signature has an id, unless it is the system's");
        }
    }

    public static Signature ofAccount(UUID id) {
        return new Signature(Kind.ACCOUNT, id);
    }

    /** As it stands in a column of the type {@code signature}: {@code account/018f…}, {@code system}. */
    public String text() {
        String word = kind.name().toLowerCase(Locale.ROOT);
        return id == null ? word : word + BETWEEN + id;
    }

    /** Reads what {@link #text} wrote; null stays null. */
    public static Signature of(String text) {
        if (text == null) {
            return null;
        }
        String[] parts = text.split(BETWEEN, 2);
        return new Signature(
                Kind.valueOf(parts[0].toUpperCase(Locale.ROOT)), parts.length == 1 ? null : UUID.fromString(parts[1]));
    }
}
