package org.commonground.conversation.signpost;

import java.util.Map;
import org.commonground.platform.personal.Narrative;

/**
 * Where somebody was pointed to, as a form's three fields {@code signpostedTo, signpostedWhy, signpostedHow} say it.
 *
 * @param to what it is, and how to find it
 * @param why why that, and not a group of ours
 */
public record Signpost(Narrative to, Narrative why, SignpostedHow how) {

    /** Says under each field in {@code problems} what is missing. */
    public void check(Map<String, String> problems) {
        if (to == null) {
            problems.put("signpostedTo", "Write down where they were signposted to");
        }
        if (why == null) {
            problems.put("signpostedWhy", "Say why that is right for them");
        }
        if (how == null) {
            problems.put("signpostedHow", "Choose how they were told");
        }
    }
}
