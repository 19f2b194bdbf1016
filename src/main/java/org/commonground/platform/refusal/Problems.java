package org.commonground.platform.refusal;

import java.util.Map;
import java.util.TreeMap;
import org.commonground.platform.personal.Personal;

/** Collects what is wrong about answers that must fit together, to say all of it at once. */
public final class Problems {

    private final Map<String, String> wrong = new TreeMap<>();

    /** Says the message about the field, unless the answers fit. The first message about a field is kept. */
    public Problems need(boolean fit, String field, String message) {
        if (!fit) {
            wrong.putIfAbsent(field, message);
        }
        return this;
    }

    public Problems needSaid(boolean needed, Personal said, String field, String message) {
        return need(!needed || said != null, field, message);
    }

    public void refuseIfWrong() {
        if (!wrong.isEmpty()) {
            throw Refusal.invalid(wrong);
        }
    }
}
