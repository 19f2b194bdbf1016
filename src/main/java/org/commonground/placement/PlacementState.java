package org.commonground.placement;

import org.commonground.platform.Worded;

/** Where a placement stands. */
public enum PlacementState implements Worded {
    /** The person's side of the safety check is being done. */
    CHOSEN("being checked"),
    /** There was no place; the person is on the group's waiting list. */
    WAITING("on the waiting list"),
    /** A freed place is held, and the person is asked whether they still want it. */
    ASKED("a place has come free, and the person is asked"),
    /** A place is held, and the organisers have been asked. */
    OFFERED("waiting for the group's answer"),
    /** The group said yes: a place is taken, and the person is asked. */
    ACCEPTED("accepted by the group"),
    /** The person said yes too: the first session is planned. */
    AGREED("first session planned"),
    ATTENDED("first session attended"),
    ENDED("ended");

    private final String label;

    PlacementState(String label) {
        this.label = label;
    }

    /** In words, as forms and pages show it. */
    public String label() {
        return label;
    }
}
