package org.commonground.platform.personal;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Function;

/**
 * The one way in which a personal value becomes bytes in the database and comes back. The first byte is the version of
 * what follows; version 1 is its UTF-8, sealed with the subject's key.
 */
public final class PersonalCodec {

    private static final byte SEALED = 1;

    private PersonalCodec() {}

    /** Null stays null. */
    public static byte[] seal(SubjectKey key, Personal value) {
        if (value == null) {
            return null;
        }
        byte[] text = key.seal(value.text().getBytes(StandardCharsets.UTF_8));
        byte[] sealed = new byte[text.length + 1];
        sealed[0] = SEALED;
        System.arraycopy(text, 0, sealed, 1, text.length);
        return sealed;
    }

    /**
     * Null stays null; a version this release does not know is refused, never guessed.
     *
     * @throws IllegalStateException (which quotes nothing) where it is of another version, sealed with another key, or
     *     was changed
     */
    public static <T extends Personal> T open(SubjectKey key, byte[] sealed, Function<String, T> type) {
        if (sealed == null) {
            return null;
        }
        if (sealed.length == 0 || sealed[0] != SEALED) {
            throw new IllegalStateException("a personal value has a version this release cannot read");
        }
        byte[] text = key.open(Arrays.copyOfRange(sealed, 1, sealed.length));
        return type.apply(new String(text, StandardCharsets.UTF_8));
    }
}
