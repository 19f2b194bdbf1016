package org.commonground.referral;

import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * A referral's short reference, which people read to each other over the phone: {@code CG-7F3K-2Q}. Five random
 * characters and a sixth that checks them, out of 23 that are hard to mistake for one another (no 0 O D, 1 I L, 5 S,
 * 2 Z, 8 B, 6 G, U V). 23 is prime, so one wrong character and two neighbours swapped are always noticed. It is no
 * secret: knowing it opens nothing.
 */
public record Reference(String text) {

    private static final String ALPHABET = "2346789ACEFHJKMNPQRTWXY";
    private static final int[] WEIGHTS = {2, 3, 4, 5, 6};
    private static final int OFFSET = 2;
    private static final RandomGenerator RANDOM = new SecureRandom();

    public Reference {
        if (!isValid(text)) {
            throw new IllegalArgumentException("not a reference");
        }
    }

    /** A new random one; whether it is free is the table's to say. */
    public static Reference random() {
        StringBuilder body = new StringBuilder();
        RANDOM.ints(WEIGHTS.length, 0, ALPHABET.length())
                .mapToObj(ALPHABET::charAt)
                .forEach(body::append);
        return new Reference(shown(body.toString() + check(body)));
    }

    /** Reads what somebody typed: small letters, spaces and missing hyphens are forgiven; empty where it is none. */
    public static Optional<Reference> parse(String typed) {
        String plain = typed == null ? "" : typed.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
        if (plain.length() == 8 && plain.startsWith("CG")) {
            String shown = shown(plain.substring(2));
            return isValid(shown) ? Optional.of(new Reference(shown)) : Optional.empty();
        }
        return Optional.empty();
    }

    private static boolean isValid(String text) {
        if (text == null || !text.matches("CG-[" + ALPHABET + "]{4}-[" + ALPHABET + "]{2}")) {
            return false;
        }
        String body = text.substring(3, 7) + text.charAt(8);
        return check(body) == text.charAt(9);
    }

    private static String shown(String six) {
        return "CG-" + six.substring(0, 4) + "-" + six.substring(4);
    }

    private static char check(CharSequence body) {
        int sum = OFFSET;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += WEIGHTS[i] * ALPHABET.indexOf(body.charAt(i));
        }
        return ALPHABET.charAt(sum % ALPHABET.length());
    }

    @Override
    public String toString() {
        return text;
    }
}
