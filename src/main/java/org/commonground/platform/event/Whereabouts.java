package org.commonground.platform.event;

import java.util.Optional;
import java.util.UUID;

/** Knows where a referral belongs, for the event row. The room of referrals tells it; it lies above this one. */
public interface Whereabouts {

    /** Where a referral belongs from its first day to its last. */
    record Place(UUID neighbourhood, UUID team, UUID practice) {}

    Optional<Place> of(UUID referral);
}
