package org.commonground.placement;

import java.util.List;
import org.commonground.group.Group;

/**
 * Every group of the directory for one person: those that may be chosen, best first, and those left out, each with
 * the reason.
 */
public record Suggestions(List<Suggestion> ranked, List<LeftOut> leftOut) {

    public Suggestions {
        ranked = List.copyOf(ranked);
        leftOut = List.copyOf(leftOut);
    }

    /** A group that cannot be chosen now. */
    public record LeftOut(Group group, String why) {}
}
