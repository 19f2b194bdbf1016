package org.commonground.placement.waiting;

import org.commonground.platform.Worded;

/** What comes of asking a person whether they still want a place. */
public enum StillWantedResult implements Worded {
    /** The group is asked at once. */
    YES,
    /** The person's side of the safety check is old: it is looked at again first. */
    CHECK_AGAIN,
    NO;
}
