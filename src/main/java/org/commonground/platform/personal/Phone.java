package org.commonground.platform.personal;

/** A telephone number as somebody gave it. */
public record Phone(String text) implements Personal {

    /** Null for null or blank text, else the trimmed value. */
    public static Phone of(String text) {
        return text == null || text.isBlank() ? null : new Phone(text.strip());
    }

    @Override
    public String toString() {
        return HIDDEN;
    }
}
