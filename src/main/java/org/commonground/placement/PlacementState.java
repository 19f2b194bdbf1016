package org.commonground.placement;

import com.fasterxml.jackson.annotation.JsonValue;

/** Where a placement stands. */
public enum PlacementState {
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

    /** As forms, events and tables write it, in small letters with hyphens. */
    @JsonValue
    public String word() {
        return name().toLowerCase().replace('_', '-');
    }

    public static PlacementState of(String word) {
        return valueOf(word.toUpperCase().replace('-', '_'));
    }
}
