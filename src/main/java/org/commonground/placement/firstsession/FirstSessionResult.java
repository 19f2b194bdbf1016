package org.commonground.placement.firstsession;

/** What a first session came to, as the process goes on from it. */
public enum FirstSessionResult {
    ATTENDED,
    /** The person is asked whether they try again; the place is kept for them. */
    MISSED,
    /** The place has been given back. */
    MISSED_TWICE;

    /** As models write it, in small letters with hyphens. */
    public String word() {
        return name().toLowerCase().replace('_', '-');
    }
}
