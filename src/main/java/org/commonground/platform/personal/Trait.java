package org.commonground.platform.personal;

/** A short or coded fact about a person that is kept like a name: a language, a gender, a role. */
public record Trait(String text) implements Personal {

    /** Null for null or blank text, else the trimmed value. */
    public static Trait of(String text) {
        return text == null || text.isBlank() ? null : new Trait(text.strip());
    }

    @Override
    public String toString() {
        return HIDDEN;
    }
}
