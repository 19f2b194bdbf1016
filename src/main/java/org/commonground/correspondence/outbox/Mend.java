package org.commonground.correspondence.outbox;

import org.commonground.platform.Worded;

/** How the recipient of an undeliverable mail will hear after all. */
public enum Mend implements Worded {
    /** By this mail, to the address that is right now. */
    SEND_AGAIN,
    /** By letter where that is safe, else in a call: for a message to the person. */
    SEND_ANOTHER_WAY,
    /** Somebody has told them in another way. */
    TOLD_OTHERWISE;
}
