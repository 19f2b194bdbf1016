package org.commonground.correspondence.outbox;

import org.commonground.platform.Worded;

/** What came of one try to deliver a message by a channel. */
enum Tried implements Worded {
    /** The mail server has taken it, the letter was posted, the person was told. */
    DONE,
    /** Not this time: the same channel is tried again. */
    NOT_NOW,
    /** Not by this channel. */
    FAILED;
}
