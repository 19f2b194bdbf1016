package org.commonground.correspondence.channel;

import org.commonground.correspondence.Channel;
import org.commonground.correspondence.Ways;

/** What became of one attempt to send a mail. The status is a code of the mail server's, or a word of ours. */
public sealed interface Delivery {

    /** The status of what is held, as rows keep it. */
    String PAUSED = "paused";

    /** The status of what was not sent because its day has passed. */
    String TOO_LATE = "too-late";

    String status();

    /** The mail server has taken it. */
    record Sent(String status) implements Delivery {}

    /** It may no longer be sent. */
    record Dropped(String status) implements Delivery {
        public Dropped() {
            this("dropped");
        }
    }

    /** The person has no mail, or mail is not safe or not agreed to. */
    record AnotherWay(Channel channel) implements Delivery {
        @Override
        public String status() {
            return channel.word();
        }
    }

    /** The person may be told by no way. */
    record NoWay(Ways.Reason reason) implements Delivery {
        @Override
        public String status() {
            return reason.word();
        }
    }

    /** Its referral is paused: it waits, and this was no attempt. */
    record Held(String status) implements Delivery {
        public Held() {
            this(PAUSED);
        }
    }

    /** It will never be delivered as it is. */
    record Refused(String status) implements Delivery {}

    /** Not this time; later perhaps. */
    record Delayed(String status) implements Delivery {}

    /**
     * The mail server cannot be reached or does not let us in: other mails would fare no better now, and this was no attempt
     * of this one.
     */
    record NoAnswer(String status) implements Delivery {}
}
