package org.commonground.correspondence;

import java.util.UUID;

/**
 * Whose person has died: they get nothing more, neither posted nor sent. The room that knows people tells it; it lies
 * above this one.
 */
public interface Deceased {

    boolean hasDied(UUID referral);

    /** Whether that is not certain yet: then what is meant for the person waits. */
    boolean mayHaveDied(UUID referral);
}
