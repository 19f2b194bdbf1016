package org.commonground.placement.waiting;

/** What comes of asking a person whether they still want a place. */
public enum StillWantedResult {
    /** The group is asked at once. */
    YES,
    /** The person's side of the safety check is old: it is looked at again first. */
    CHECK_AGAIN,
    NO;

    /** As models write it, in small letters with hyphens. */
    public String word() {
        return name().toLowerCase().replace('_', '-');
    }
}
