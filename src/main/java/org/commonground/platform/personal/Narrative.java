package org.commonground.platform.personal;

/** Free text about a person: what matters, a risk, an instruction. */
public record Narrative(String text) implements Personal {

    /** Null for null or blank text, else the trimmed value. */
    public static Narrative of(String text) {
        return text == null || text.isBlank() ? null : new Narrative(text.strip());
    }

    @Override
    public String toString() {
        return HIDDEN;
    }
}
