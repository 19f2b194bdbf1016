package org.commonground.conversation.signpost;

import org.commonground.platform.Worded;

/** How somebody was told where to go. */
public enum SignpostedHow implements Worded {
    SAID("Told them"),
    WRITTEN_DOWN("Wrote it down for them"),
    INTRODUCED("Made the contact together");

    private final String label;

    SignpostedHow(String label) {
        this.label = label;
    }

    /** In words, as forms and pages show it. */
    public String label() {
        return label;
    }
}
