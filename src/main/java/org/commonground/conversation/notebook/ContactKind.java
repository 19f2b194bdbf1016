package org.commonground.conversation.notebook;

/** How somebody was in touch about a referral. */
public enum ContactKind {
    CALL("Phone call"),
    VISIT("Visit"),
    TEXT("Text message"),
    LETTER("Letter");

    private final String label;

    ContactKind(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** As forms, events and tables write it: {@code visit}. */
    public String word() {
        return name().toLowerCase().replace('_', '-');
    }

    public static ContactKind of(String word) {
        return valueOf(word.toUpperCase().replace('-', '_'));
    }
}
