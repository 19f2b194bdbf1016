package org.commonground.placement.match;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.commonground.group.Group;
import org.commonground.group.GroupId;

/**
 * Every group of the directory for one person.
 *
 * @param ranked those that match, best first
 * @param outside those that are for people of another age: they may be chosen with a reason
 * @param leftOut those that cannot be chosen, each with the reason
 */
public record Suggestions(List<Suggestion> ranked, List<Suggestion> outside, List<LeftOut> leftOut) {

    public Suggestions {
        ranked = List.copyOf(ranked);
        outside = List.copyOf(outside);
        leftOut = List.copyOf(leftOut);
    }

    /** A group that cannot be chosen now. */
    public record LeftOut(Group group, String why) {}

    /** The same, but for groups that wait for another day; each with the reason. */
    public Suggestions without(Map<GroupId, String> later) {
        List<LeftOut> all = new ArrayList<>(leftOut);
        choosable().stream()
                .map(Suggestion::group)
                .filter(group -> later.containsKey(group.id()))
                .forEach(group -> all.add(new LeftOut(group, later.get(group.id()))));
        return new Suggestions(remaining(ranked, later), remaining(outside, later), all);
    }

    private static List<Suggestion> remaining(List<Suggestion> suggestions, Map<GroupId, String> later) {
        return suggestions.stream()
                .filter(suggestion -> !later.containsKey(suggestion.group().id()))
                .toList();
    }

    /** Every group that may be chosen. */
    public List<Suggestion> choosable() {
        return Stream.concat(ranked.stream(), outside.stream()).toList();
    }

    public Optional<Suggestion> choosable(GroupId group) {
        return choosable().stream()
                .filter(suggestion -> suggestion.group().id().equals(group))
                .findFirst();
    }

    /**
     * What asks for a reason about this choice: a group that does not match, or one that fits less well than another
     * that has a place, was not tried before and is left aside. Empty where nothing does.
     */
    public Optional<String> needsReason(Collection<GroupId> chosen) {
        Set<GroupId> groups = new HashSet<>(chosen);
        Optional<Fit> best = ranked.stream()
                .filter(suggestion -> !groups.contains(suggestion.group().id()))
                .filter(suggestion -> !suggestion.full() && !suggestion.triedBefore())
                .map(Suggestion::fit)
                .min(Fit::compareTo);
        return choosable().stream()
                .filter(suggestion -> groups.contains(suggestion.group().id()))
                .filter(suggestion -> suggestion.fit() == Fit.OUTSIDE
                        || best.filter(suggestion.fit()::isWorseThan).isPresent())
                .map(suggestion -> suggestion.group().name() + " "
                        + (suggestion.fit() == Fit.OUTSIDE ? "is " : "")
                        + suggestion.fit().label()
                        + (suggestion.fit() == Fit.OUTSIDE ? "" : ", and another does better"))
                .findFirst();
    }
}
