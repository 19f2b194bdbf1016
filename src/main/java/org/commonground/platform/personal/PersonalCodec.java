package org.commonground.platform.personal;

import java.nio.charset.StandardCharsets;
import java.util.function.Function;

/**
 * The one way in which a personal value becomes bytes in the database and comes back. The first byte is the version of
 * what follows; version 1 is plain UTF-8.
 */
public final class PersonalCodec {

    private static final byte PLAIN = 1;

    private PersonalCodec() {}

    /** Null stays null. */
    public static byte[] seal(SubjectKey key, Personal value) {
        if (value == null) {
            return null;
        }
        byte[] text = value.text().getBytes(StandardCharsets.UTF_8);
        byte[] sealed = new byte[text.length + 1];
        sealed[0] = PLAIN;
        System.arraycopy(text, 0, sealed, 1, text.length);
        return sealed;
    }

    /** Null stays null; a version this release does not know is refused, never guessed. */
    public static <T extends Personal> T open(SubjectKey key, byte[] sealed, Function<String, T> type) {
        if (sealed == null) {
            return null;
        }
        if (sealed.length == 0 || sealed[0] != PLAIN) {
            throw new IllegalStateException("a personal value has a version this release cannot read");
        }
        return type.apply(new String(sealed, 1, sealed.length - 1, StandardCharsets.UTF_8));
    }
}
