package org.commonground.platform.personal;

/**
 * An NHS number: ten digits of which the last is a check digit (modulus 11, NHS Data Dictionary). Spaces are accepted
 * and dropped; it is shown 3 3 4.
 */
public record NhsNumber(String text) implements Personal {

    public NhsNumber {
        if (!isValid(text)) {
            throw new IllegalArgumentException("not an NHS number");
        }
        text = digits(text);
    }

    /** Null for null or blank text. */
    public static NhsNumber of(String text) {
        return text == null || text.isBlank() ? null : new NhsNumber(text);
    }

    public static boolean isValid(String text) {
        String digits = digits(text);
        if (!digits.matches("[0-9]{10}")) {
            return false;
        }
        int sum = 0;
        for (int i = 0; i < 9; i++) {
            sum += (digits.charAt(i) - '0') * (10 - i);
        }
        int check = (11 - sum % 11) % 11;
        return check == digits.charAt(9) - '0';
    }

    public String shown() {
        return text.substring(0, 3) + " " + text.substring(3, 6) + " " + text.substring(6);
    }

    private static String digits(String text) {
        return text == null ? "" : text.replaceAll("\\s", "");
    }

    @Override
    public String toString() {
        return HIDDEN;
    }
}
