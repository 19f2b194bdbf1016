package org.commonground.placement.match;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.commonground.conversation.Spending;
import org.commonground.conversation.Travel;
import org.commonground.group.Group;
import org.commonground.group.Need;
import org.commonground.group.Support;
import org.commonground.group.Tier;

/** One group against what one person said: each question once, as an answer and in words. */
record Suiting(Wish wish, Group group) {

    Set<Need> met() {
        return wish.needs().stream().filter(group.meets()::contains).collect(Collectors.toUnmodifiableSet());
    }

    Set<Support> gap() {
        return Support.missing(wish.support(), group.offers());
    }

    /** What keeps the person from a group for people of another age, in words. */
    Optional<String> outside() {
        Integer minimum = group.whoFor().minimumAge();
        Integer maximum = group.whoFor().maximumAge();
        if (minimum != null && wish.age() < minimum) {
            return Optional.of("for people aged " + minimum + " or over");
        }
        if (maximum != null && wish.age() > maximum) {
            return Optional.of("for people aged " + maximum + " or under");
        }
        return Optional.empty();
    }

    Fit fit() {
        if (outside().isPresent()) {
            return Fit.OUTSIDE;
        }
        if (!gap().isEmpty()) {
            return Fit.SUPPORT_MISSING;
        }
        if (met().isEmpty()) {
            return Fit.NEED_NOT_MET;
        }
        return speaks() && meetsWhenTheyCan() && reach() != Reach.NO && affordable() ? Fit.WELL : Fit.PARTLY;
    }

    boolean speaks() {
        return wish.language() == null
                || isSpokenThere(wish.language())
                || wish.alsoSpeaks().stream().anyMatch(this::isSpokenThere);
    }

    boolean meetsWhenTheyCan() {
        return group.sessions().stream().anyMatch(wish::suits);
    }

    /** Known to cost more than they can spend; a price nobody knows stands in nobody's way. */
    boolean affordable() {
        if (group.cost() == null || wish.spending() == null) {
            return true;
        }
        return wish.spending() != Spending.FREE_ONLY
                && (group.price() == null || group.price() <= wish.spending().pence());
    }

    /** Whether they can get there, as far as two first parts of postcodes can tell. */
    enum Reach {
        YES,
        UNKNOWN,
        NO
    }

    Reach reach() {
        Distance distance = distance();
        if (wish.travel() == null || wish.travel() == Travel.ANYWHERE || group.fromHome()) {
            return Reach.YES;
        }
        if (wish.travel() == Travel.FROM_HOME) {
            return Reach.NO;
        }
        if (distance == Distance.UNKNOWN) {
            return Reach.UNKNOWN;
        }
        boolean near = distance == Distance.CLOSE || wish.travel() == Travel.NEARBY && distance == Distance.SHORT_TRIP;
        return near ? Reach.YES : Reach.NO;
    }

    Distance distance() {
        if (wish.district() == null) {
            return Distance.UNKNOWN;
        }
        if (wish.district().equals(group.venue().district())) {
            return Distance.CLOSE;
        }
        return group.venue().nearby().contains(wish.district()) ? Distance.SHORT_TRIP : Distance.FARTHER;
    }

    /** Needs, support, language, sessions, distance, and what else to think about. */
    List<String> inWords(String places) {
        return List.of(
                        outside(),
                        Optional.of(met().isEmpty() ? Fit.NEED_NOT_MET.label() : "meets: " + needs(met())),
                        support(),
                        Optional.of(language()),
                        Optional.of(group.sessionsInWords() + (meetsWhenTheyCan() ? "" : ", not when they can come")),
                        Optional.of(travel()),
                        Optional.of(places),
                        group.tier() == Tier.ACCOMPANIED
                                ? Optional.of("somebody must come along to the first session")
                                : Optional.<String>empty(),
                        Optional.of(cost()))
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<String> support() {
        if (!gap().isEmpty()) {
            return Optional.of("does not offer: "
                    + gap().stream().map(Support::label).sorted().collect(Collectors.joining(", ")));
        }
        return wish.support().isEmpty()
                ? Optional.empty()
                : Optional.of("offers what they need: "
                        + wish.support().stream().map(Support::label).sorted().collect(Collectors.joining(", ")));
    }

    private String language() {
        if (wish.language() == null || isSpokenThere(wish.language())) {
            return wish.language() == null ? "speaks " + spoken() : "speaks " + wish.language();
        }
        return wish.alsoSpeaks().stream()
                .filter(this::isSpokenThere)
                .sorted()
                .findFirst()
                .map(other -> "speaks " + other + ", which they speak too")
                .orElseGet(() -> "speaks " + spoken() + ", not " + wish.language());
    }

    private String spoken() {
        return String.join(", ", group.languages().stream().sorted().toList());
    }

    private boolean isSpokenThere(String language) {
        return group.languages().stream().anyMatch(language::equalsIgnoreCase);
    }

    private String travel() {
        String where = distance().label + " (" + group.venue().district() + ")";
        if (group.fromHome()) {
            return where + ", can be joined from home";
        }
        if (reach() != Reach.NO) {
            return where;
        }
        return where
                + switch (wish.travel()) {
                    case FROM_HOME -> ", they cannot leave home";
                    case WALKING -> ", they come on foot only";
                    case NEARBY, ANYWHERE -> ", farther than they can travel";
                };
    }

    private String cost() {
        if (group.cost() == null) {
            return "free";
        }
        String cost = "costs " + group.cost();
        if (wish.spending() == Spending.FREE_ONLY) {
            return cost + ", the person said free only";
        }
        return affordable() ? cost : cost + ", more than they can spend";
    }

    static String needs(Set<Need> needs) {
        return needs.stream().map(Need::label).sorted().collect(Collectors.joining(", "));
    }

    /** How far a group is, as far as the first parts of two postcodes can tell. */
    enum Distance {
        CLOSE("close by"),
        SHORT_TRIP("a short trip away"),
        UNKNOWN("distance not known"),
        FARTHER("farther away");

        private final String label;

        Distance(String label) {
            this.label = label;
        }
    }
}
