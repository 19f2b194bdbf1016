package org.commonground.correspondence;

import java.util.Optional;
import java.util.UUID;

/** Knows which way a message may go to a referral's person. The room that knows people tells it; it lies above this one. */
public interface ToPeople {

    /** The best way now: a mail where it is agreed to, safe and possible, else a letter where that is, else a call. */
    MessageWay wayTo(UUID referral);

    /** Whether a letter to the home is safe, and the address known. */
    boolean mayWriteTo(UUID referral);

    /** The first name of who looks after the person; empty while it is a whole team. */
    Optional<String> linkWorkerOf(UUID referral);
}
