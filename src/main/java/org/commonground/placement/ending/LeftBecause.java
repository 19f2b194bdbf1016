package org.commonground.placement.ending;

import org.commonground.platform.Worded;

/** Why somebody does not go to a group any more. */
public enum LeftBecause implements Worded {
    COURSE_ENDED("The course has ended", false),
    GOT_WHAT_THEY_CAME_FOR("They have got what they came for", false),
    DID_NOT_SUIT("The group did not suit them", true),
    TRAVEL_OR_TIME("Getting there, or the time, is too hard", true),
    UNWELL("Not well enough at present", true),
    NOT_SAID("They stopped, and did not say why", true),
    OTHER("Another reason", true);

    private final String label;
    private final boolean another;

    LeftBecause(String label, boolean another) {
        this.label = label;
        this.another = another;
    }

    /** In words, as forms and pages show it. */
    public String label() {
        return label;
    }

    /** Whether the link worker is asked to choose again with the person. */
    public boolean asksForAnother() {
        return another;
    }
}
