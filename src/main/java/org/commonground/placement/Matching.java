package org.commonground.placement;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingInt;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.commonground.group.Audience;
import org.commonground.group.Group;
import org.commonground.group.Need;
import org.commonground.group.Support;
import org.commonground.group.Tier;
import org.commonground.referral.Gender;

/**
 * Ranks groups for one person. First the hard criteria: a group that fails one is left out with the reason, and
 * nothing outranks that. The others are ordered by one thing after the other, so that the order can be explained: not
 * tried before, most needs met, least support missing, language, day and time, distance, most places free, name.
 */
final class Matching {

    private Matching() {}

    static Suggestions rank(Wish wish, Collection<Candidate> candidates) {
        List<Suggestions.LeftOut> leftOut = new ArrayList<>();
        List<Candidate> fitting = new ArrayList<>();
        for (Candidate candidate : candidates) {
            hardNo(wish, candidate)
                    .ifPresentOrElse(
                            why -> leftOut.add(new Suggestions.LeftOut(candidate.group(), why)),
                            () -> fitting.add(candidate));
        }
        fitting.sort(order(wish));
        leftOut.sort(comparing(left -> left.group().name()));
        return new Suggestions(
                fitting.stream().map(candidate -> suggestion(wish, candidate)).toList(), leftOut);
    }

    private static Optional<String> hardNo(Wish wish, Candidate candidate) {
        Group group = candidate.group();
        if (candidate.before().filter(Placement::isOpen).isPresent()) {
            return Optional.of("already being tried");
        }
        if (candidate
                .before()
                .filter(placement -> placement.state() == PlacementState.ATTENDED)
                .isPresent()) {
            return Optional.of("the person goes there already");
        }
        if (group.tier() == Tier.SIGNPOST_ONLY) {
            return Optional.of("signposting only: tell the person who, what and when, nobody is referred");
        }
        return criterion(wish, group)
                .or(() -> candidate.availability().full().map(full -> "full at present: " + full.label()));
    }

    private static Optional<String> criterion(Wish wish, Group group) {
        Integer minimum = group.whoFor().minimumAge();
        Integer maximum = group.whoFor().maximumAge();
        Set<Need> only = group.whoFor().onlyWithNeed();
        if (minimum != null && wish.age() < minimum) {
            return Optional.of("for people aged " + minimum + " or over");
        }
        if (maximum != null && wish.age() > maximum) {
            return Optional.of("for people aged " + maximum + " or under");
        }
        if (!isFor(group.whoFor().audience(), wish.gender())) {
            return Optional.of("for " + group.whoFor().audience().label());
        }
        if (!only.isEmpty() && only.stream().noneMatch(wish.needs()::contains)) {
            return Optional.of("only for people with one of these needs: " + labels(only));
        }
        return Optional.empty();
    }

    private static boolean isFor(Audience audience, Gender gender) {
        return switch (audience) {
            case EVERYBODY -> true;
            case WOMEN -> gender == Gender.WOMAN;
            case MEN -> gender == Gender.MAN;
        };
    }

    private static Comparator<Candidate> order(Wish wish) {
        return comparing((Candidate candidate) -> candidate.before().isPresent())
                .thenComparingInt(candidate -> -met(wish, candidate.group()).size())
                .thenComparingInt(candidate -> gap(wish, candidate.group()).size())
                .thenComparing(candidate -> !speaks(wish, candidate.group()))
                .thenComparing(candidate -> !meetsWhenTheyCan(wish, candidate.group()))
                .thenComparingInt(
                        candidate -> Distance.between(wish, candidate.group()).ordinal())
                .thenComparing(
                        comparingInt(candidate -> -candidate.availability().free()))
                .thenComparing(candidate -> candidate.group().name());
    }

    private static Suggestion suggestion(Wish wish, Candidate candidate) {
        Group group = candidate.group();
        Set<Need> met = met(wish, group);
        Set<Support> gap = gap(wish, group);
        List<String> reasons = new ArrayList<>();
        candidate.before().flatMap(Placement::ended).ifPresent(ended -> reasons.add("tried before: " + ended.label()));
        reasons.add(met.isEmpty() ? "meets none of the needs named" : "meets: " + labels(met));
        if (!gap.isEmpty()) {
            reasons.add("does not offer: "
                    + gap.stream().map(Support::label).sorted().collect(Collectors.joining(", ")));
        } else if (!wish.support().isEmpty()) {
            reasons.add("offers all the support needed");
        }
        reasons.add(
                speaks(wish, group)
                        ? "speaks " + wish.language()
                        : "speaks "
                                + String.join(
                                        ", ",
                                        group.languages().stream().sorted().toList()) + ", not " + wish.language());
        reasons.add(sessions(wish, group));
        reasons.add(Distance.between(wish, group).label + " (" + group.venue().district() + ")");
        reasons.add(
                candidate.availability().free() == 1
                        ? "1 place free"
                        : candidate.availability().free() + " places free");
        if (group.tier() == Tier.ACCOMPANIED) {
            reasons.add("somebody must come along to the first session");
        }
        reasons.add(group.cost() == null ? "free" : "costs " + group.cost());
        return new Suggestion(group, gap, reasons);
    }

    private static String sessions(Wish wish, Group group) {
        return group.sessionsInWords() + (meetsWhenTheyCan(wish, group) ? "" : ", not when they can come");
    }

    private static Set<Need> met(Wish wish, Group group) {
        return wish.needs().stream().filter(group.meets()::contains).collect(Collectors.toUnmodifiableSet());
    }

    private static Set<Support> gap(Wish wish, Group group) {
        return PersonSide.gap(wish.support(), group.offers());
    }

    private static boolean speaks(Wish wish, Group group) {
        return wish.language() == null || group.languages().stream().anyMatch(wish.language()::equalsIgnoreCase);
    }

    private static boolean meetsWhenTheyCan(Wish wish, Group group) {
        return group.sessions().stream().anyMatch(wish::suits);
    }

    private static String labels(Set<Need> needs) {
        return needs.stream().map(Need::label).sorted().collect(Collectors.joining(", "));
    }

    /** How far a group is, as far as the first parts of two postcodes can tell. */
    private enum Distance {
        CLOSE("close by"),
        SHORT_TRIP("a short trip away"),
        UNKNOWN("distance not known"),
        FARTHER("farther away");

        private final String label;

        Distance(String label) {
            this.label = label;
        }

        static Distance between(Wish wish, Group group) {
            if (wish.district() == null) {
                return UNKNOWN;
            }
            if (wish.district().equals(group.venue().district())) {
                return CLOSE;
            }
            return group.venue().nearby().contains(wish.district()) ? SHORT_TRIP : FARTHER;
        }
    }
}
