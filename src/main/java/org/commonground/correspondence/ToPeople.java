package org.commonground.correspondence;

import java.util.Optional;
import java.util.UUID;

/** Knows the ways to a referral's person. The room that knows people tells it; it lies above this one. */
public interface ToPeople {

    /** As they are at this moment. */
    Ways waysTo(UUID referral);

    /** The first name of who looks after the person; empty while it is a whole team. */
    Optional<String> linkWorkerOf(UUID referral);
}
