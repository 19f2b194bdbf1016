package org.commonground.platform.personal;

/** An e-mail address. */
public record MailAddress(String text) implements Personal {

    /** Null for null or blank text, else the trimmed value. */
    public static MailAddress of(String text) {
        return text == null || text.isBlank() ? null : new MailAddress(text.strip());
    }

    @Override
    public String toString() {
        return HIDDEN;
    }
}
