package org.commonground.conversation.reach;

import com.fasterxml.jackson.annotation.JsonValue;

/** What somebody says who gets in touch after the last letter. */
public enum Reply {
    REACHED("They got in touch: we have agreed when to talk"),
    NOT_READY("They got in touch: they are not ready yet, we ask again later"),
    DECLINED("They got in touch: they do not want social prescribing");

    private final String label;

    Reply(String label) {
        this.label = label;
    }

    /** In words, as forms and pages show it. */
    public String label() {
        return label;
    }

    /** As forms write it: {@code reached}. */
    @JsonValue
    public String word() {
        return name().toLowerCase().replace('_', '-');
    }

    public static Reply of(String word) {
        return valueOf(word.toUpperCase().replace('-', '_'));
    }
}
