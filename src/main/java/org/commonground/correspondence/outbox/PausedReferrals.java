package org.commonground.correspondence.outbox;

import java.util.UUID;

/** Which referrals stand still. The room that decides about pauses tells it; it lies beside this one. */
public interface PausedReferrals {

    boolean isPaused(UUID referral);
}
