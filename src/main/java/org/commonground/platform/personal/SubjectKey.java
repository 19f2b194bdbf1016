package org.commonground.platform.personal;

import java.security.SecureRandom;

/**
 * 32 random bytes that belong to one person and are kept in that person's row. Every personal value is written and
 * read together with it, so that values can later be encrypted per person, and erased by forgetting the key, without
 * changing who calls whom.
 */
public record SubjectKey(byte[] bytes) {

    private static final SecureRandom RANDOM = new SecureRandom();

    public static SubjectKey random() {
        byte[] bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return new SubjectKey(bytes);
    }

    @Override
    public String toString() {
        return Personal.HIDDEN;
    }
}
