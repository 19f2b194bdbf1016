package org.commonground.correspondence;

import org.commonground.platform.Worded;

/** Where a message stands. Every one ends as sent, dropped or told otherwise; a failed one has a task for somebody. */
public enum MessageState implements Worded {
    /** To be sent at its next attempt; while its referral is paused that comes again and again. */
    WAITING,
    /** A node is sending it, until its claim expires. */
    CLAIMED,
    /** The mail server has taken it. */
    SENT,
    /** The recipient is not told: too late, withdrawn, died, no way is safe or worked; or another took its place. */
    DROPPED,
    /** It cannot be delivered: {@code MailUndeliverable} was published. */
    FAILED,
    /** It goes by letter or in a call: {@code MessageTakesAnotherWay} was published, and somebody has a task. */
    OTHER_WAY,
    /** It was no mail or could not be delivered, and somebody has told the recipient in another way. */
    TOLD_OTHERWISE;
}
