package org.commonground.conversation.talk;

import com.fasterxml.jackson.annotation.JsonValue;

/** How a conversation ended. */
public enum ConversationResult {
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

    /** As forms and tables write it: {@code go-ahead}. */
    @JsonValue
    public String word() {
        return name().toLowerCase().replace('_', '-');
    }

    public static ConversationResult of(String word) {
        return valueOf(word.toUpperCase().replace('-', '_'));
    }
}
