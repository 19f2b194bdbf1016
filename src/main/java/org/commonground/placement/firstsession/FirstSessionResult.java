package org.commonground.placement.firstsession;

import org.commonground.platform.Worded;

/** What a first session came to, as the process goes on from it. */
public enum FirstSessionResult implements Worded {
    ATTENDED,
    /** The person is asked whether they try again; the place is kept for them. */
    MISSED,
    /** The place has been given back. */
    MISSED_TWICE;
}
