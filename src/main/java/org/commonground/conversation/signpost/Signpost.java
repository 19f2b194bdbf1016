package org.commonground.conversation.signpost;

import org.commonground.platform.personal.Narrative;
import org.commonground.platform.refusal.Problems;

/**
 * Where somebody was pointed to, as a form's three fields {@code signpostedTo, signpostedWhy, signpostedHow} say it.
 *
 * @param to what it is, and how to find it
 * @param why why that, and not a group of ours
 */
public record Signpost(Narrative to, Narrative why, SignpostedHow how) {

    /** Says under each field in {@code problems} what is missing. */
    public void check(Problems problems) {
        problems.needSaid(to, "signpostedTo", "Write down where they were signposted to")
                .needSaid(why, "signpostedWhy", "Say why that is right for them")
                .needSaid(how, "signpostedHow", "Choose how they were told");
    }
}
