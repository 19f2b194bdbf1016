package org.commonground.referral.triage;

/** Where triage sends a referral. */
public enum TriageRoute {
    /** Somebody reaches the person. */
    REACH,
    /** An open referral may be about the same person: somebody looks first. */
    LOOK_AT_MATCH,
    /** Back to the practice: the person is too young for the service. */
    TOO_YOUNG;

    /** As the model and the decision table write it: {@code too-young}. */
    public String word() {
        return name().toLowerCase().replace('_', '-');
    }

    public static TriageRoute of(String word) {
        return valueOf(word.toUpperCase().replace('-', '_'));
    }
}
