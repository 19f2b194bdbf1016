package org.commonground.placement.match;

import java.util.List;
import java.util.Set;
import org.commonground.group.Group;
import org.commonground.group.Support;

/**
 * A group that may be chosen, and in words what speaks for it and what to think about.
 *
 * @param gap support that the person needs and the group does not offer
 * @param full whether there is no place now, so that it can be chosen only by somebody who would wait
 * @param triedBefore whether the person has tried it in this referral
 */
public record Suggestion(
        Group group, Fit fit, Set<Support> gap, boolean full, boolean triedBefore, List<String> reasons) {

    public Suggestion {
        gap = Set.copyOf(gap);
        reasons = List.copyOf(reasons);
    }

    /** All reasons in one line: what a form shows beside the group. */
    public String inWords() {
        return String.join("; ", reasons);
    }
}
