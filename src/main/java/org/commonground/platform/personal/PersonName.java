package org.commonground.platform.personal;

/** A person's name as they want it written. */
public record PersonName(String text) implements Personal {

    /** Null for null or blank text, else the trimmed value. */
    public static PersonName of(String text) {
        return text == null || text.isBlank() ? null : new PersonName(text.strip());
    }

    @Override
    public String toString() {
        return HIDDEN;
    }
}
