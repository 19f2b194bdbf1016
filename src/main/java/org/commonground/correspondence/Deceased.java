package org.commonground.correspondence;

import java.util.UUID;

/**
 * Whose person has died: they get nothing more, neither posted nor sent. The room that knows people tells it; it lies
 * above this one.
 */
public interface Deceased {

    boolean hasDied(UUID referral);
}
