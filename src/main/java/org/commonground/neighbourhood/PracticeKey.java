package org.commonground.neighbourhood;

import org.commonground.account.PracticeId;

/** A practice's new key, in the only moment it can be read: we keep its hash alone. */
public record PracticeKey(PracticeId practice, String odsCode, String key) {

    /** Shows no key. */
    @Override
    public String toString() {
        return "PracticeKey[practice=" + practice + "]";
    }
}
