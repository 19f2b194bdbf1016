package org.commonground.placement.match;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingInt;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.commonground.group.Audience;
import org.commonground.group.Group;
import org.commonground.group.Need;
import org.commonground.group.Tier;
import org.commonground.person.Gender;
import org.commonground.placement.Placement;

/**
 * Ranks groups for one person. Who it is for, its tier and a person's own "not there" leave a group out; another age
 * sets it apart; support that is missing comes after everything that is whole. The others are ordered by one thing
 * after the other, so that the order can be explained: not tried before, a place now, most needs met, language, day
 * and time, within reach, within what they can spend, distance, most places free, name.
 */
public final class Matching {

    private static final Comparator<Weighed> ORDER = comparingInt(Weighed::gap)
            .thenComparing(weighed -> weighed.candidate().before().isPresent())
            .thenComparing(weighed -> weighed.candidate().full().isPresent())
            .thenComparingInt(weighed -> -weighed.met())
            .thenComparing(weighed -> !weighed.speaks())
            .thenComparing(weighed -> !weighed.meetsWhenTheyCan())
            .thenComparing(Weighed::reach)
            .thenComparing(weighed -> !weighed.affordable())
            .thenComparing(Weighed::distance)
            .thenComparing(comparingInt(weighed -> -weighed.candidate().free()))
            .thenComparing(weighed -> weighed.candidate().group().name());

    private Matching() {}

    public static Suggestions rank(Wish wish, Collection<Candidate> candidates) {
        List<Suggestions.LeftOut> leftOut = new ArrayList<>();
        List<Candidate> fitting = new ArrayList<>();
        for (Candidate candidate : candidates) {
            hardNo(wish, candidate)
                    .ifPresentOrElse(
                            why -> leftOut.add(new Suggestions.LeftOut(candidate.group(), why)),
                            () -> fitting.add(candidate));
        }
        leftOut.sort(comparing(left -> left.group().name()));
        List<Suggestion> all = fitting.stream()
                .map(candidate -> Weighed.of(wish, candidate))
                .sorted(ORDER)
                .map(Matching::suggestion)
                .toList();
        return new Suggestions(
                all.stream().filter(one -> one.fit() != Fit.OUTSIDE).toList(),
                all.stream().filter(one -> one.fit() == Fit.OUTSIDE).toList(),
                leftOut);
    }

    private static Optional<String> hardNo(Wish wish, Candidate candidate) {
        Group group = candidate.group();
        if (candidate.before().filter(Placement::isOpen).isPresent()) {
            return Optional.of("already being tried");
        }
        if (candidate.before().filter(Placement::isAttending).isPresent()) {
            return Optional.of("the person goes there already");
        }
        if (candidate.notThere()) {
            return Optional.of("the person said: not there");
        }
        if (candidate.availability().closed()) {
            return Optional.of("closed or suspended");
        }
        if (group.tier() == Tier.SIGNPOST_ONLY) {
            return Optional.of("signposting only: tell the person who, what and when, nobody is referred");
        }
        return whoFor(wish, group)
                .or(() -> candidate
                        .full()
                        .filter(full -> !group.waitingList())
                        .map(full -> "full at present: " + full.label() + ", and there is no waiting list"));
    }

    private static Optional<String> whoFor(Wish wish, Group group) {
        Set<Need> only = group.whoFor().onlyWithNeed();
        if (!isFor(group.whoFor().audience(), wish.gender())) {
            return Optional.of("for " + group.whoFor().audience().label());
        }
        if (!only.isEmpty() && only.stream().noneMatch(wish.needs()::contains)) {
            return Optional.of("only for people with one of these needs: " + Suiting.needs(only));
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

    /** What the order goes by, found out once for each group: a region has more than a thousand of them. */
    private record Weighed(
            Candidate candidate,
            Suiting suiting,
            int gap,
            int met,
            boolean speaks,
            boolean meetsWhenTheyCan,
            Suiting.Reach reach,
            boolean affordable,
            Suiting.Distance distance) {

        static Weighed of(Wish wish, Candidate candidate) {
            Suiting suiting = new Suiting(wish, candidate.group());
            return new Weighed(
                    candidate,
                    suiting,
                    suiting.gap().size(),
                    suiting.met().size(),
                    suiting.speaks(),
                    suiting.meetsWhenTheyCan(),
                    suiting.reach(),
                    suiting.affordable(),
                    suiting.distance());
        }
    }

    private static Suggestion suggestion(Weighed weighed) {
        Candidate candidate = weighed.candidate();
        Suiting suiting = weighed.suiting();
        List<String> reasons = new ArrayList<>();
        candidate.before().flatMap(Placement::ended).ifPresent(ended -> reasons.add("tried before: " + ended.label()));
        reasons.addAll(suiting.inWords(places(candidate)));
        return new Suggestion(
                candidate.group(),
                suiting.fit(),
                suiting.gap(),
                candidate.full().isPresent(),
                candidate.before().isPresent(),
                reasons);
    }

    private static String places(Candidate candidate) {
        if (candidate.full().isPresent()) {
            return "full at present, has a waiting list: "
                    + switch (candidate.waiting()) {
                        case 0 -> "nobody waits yet";
                        case 1 -> "1 person waits";
                        default -> candidate.waiting() + " people wait";
                    };
        }
        return candidate.free() == 1 ? "1 place free" : candidate.free() + " places free";
    }
}
