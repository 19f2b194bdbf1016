package org.commonground.person;

import org.commonground.platform.Worded;

/** Gender as the person states it. */
public enum Gender implements Worded {
    WOMAN("Woman (including trans woman)"),
    MAN("Man (including trans man)"),
    NON_BINARY("Non-binary"),
    OTHER("In another way"),
    NOT_KNOWN("Not known"),
    PREFER_NOT_TO_SAY("Prefers not to say");

    private final String label;

    Gender(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
