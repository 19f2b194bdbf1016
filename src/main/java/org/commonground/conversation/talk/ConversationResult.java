package org.commonground.conversation.talk;

import org.commonground.platform.Worded;

/** How a conversation ended. */
public enum ConversationResult implements Worded {
    GO_AHEAD("Go ahead: choose groups together"),
    TALK_AGAIN("Talk again: we have agreed when"),
    NOT_READY("Not ready: ask again later"),
    SIGNPOSTED("Signposted: they go somewhere without us"),
    DECLINED("The person does not want social prescribing");

    private final String label;

    ConversationResult(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
