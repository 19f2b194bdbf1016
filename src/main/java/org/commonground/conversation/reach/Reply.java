package org.commonground.conversation.reach;

import org.commonground.platform.Worded;

/** What somebody says who gets in touch after the last letter. */
public enum Reply implements Worded {
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
}
