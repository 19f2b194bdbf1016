package org.commonground.conversation.measure;

import org.commonground.platform.Worded;

/** Not asked, because. */
public enum NotAsked implements Worded {
    DID_NOT_WANT("Not asked: did not want to answer"),
    TOO_UPSET("Not asked: too upset today"),
    NO_TIME("Not asked: no time"),
    LANGUAGE("Not asked: not understood well enough"),
    COULD_NOT("Not asked: could not answer for themselves"),
    NOT_FITTING("Not asked: did not fit the conversation");

    private final String label;

    NotAsked(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
