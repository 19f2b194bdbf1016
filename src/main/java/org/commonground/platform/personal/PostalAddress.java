package org.commonground.platform.personal;

/** A postal address, lines separated by line breaks. */
public record PostalAddress(String text) implements Personal {

    /** Null for null or blank text, else the trimmed value. */
    public static PostalAddress of(String text) {
        return text == null || text.isBlank() ? null : new PostalAddress(text.strip());
    }

    @Override
    public String toString() {
        return HIDDEN;
    }
}
