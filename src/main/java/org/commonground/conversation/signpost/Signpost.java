package org.commonground.conversation.signpost;

import org.commonground.platform.personal.Narrative;
import org.commonground.platform.personal.Written;
import org.commonground.platform.refusal.Problems;

/**
 * Where somebody was pointed to, as a form's three fields say it.
 *
 * @param signpostedTo what it is, and how to find it
 * @param signpostedWhy why that, and not a group of ours
 */
public record Signpost(
        @Written(upTo = 500, message = "Where they were signposted to must be 500 characters or less")
        Narrative signpostedTo,

        @Written(upTo = 1000, message = "Why must be 1,000 characters or less")
        Narrative signpostedWhy,

        SignpostedHow signpostedHow) {

    public static final Signpost NOWHERE = new Signpost(null, null, null);

    /** Says under each field in {@code problems} what is missing. */
    public void check(Problems problems) {
        problems.needSaid(signpostedTo, "signpostedTo", "Write down where they were signposted to")
                .needSaid(signpostedWhy, "signpostedWhy", "Say why that is right for them")
                .needSaid(signpostedHow, "signpostedHow", "Choose how they were told");
    }
}
