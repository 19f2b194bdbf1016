package org.commonground.conversation.reach;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.commonground.neighbourhood.Numbers;
import org.commonground.person.Person;
import org.commonground.person.Way;

/**
 * The attempts to reach a person since they were last reached. They are over after so many, by so many different ways;
 * a person whom only one way reaches safely is tried by that one alone.
 */
public record Round(List<Attempt> attempts) {

    /** Ways that the person or the practice may allow once, though they are not marked safe. */
    private static final Set<Way> MAY_BE_ALLOWED = EnumSet.of(Way.CALL, Way.TEXT, Way.LETTER);

    public Round {
        attempts = List.copyOf(attempts);
    }

    /** @param lastReply when the person last answered a last letter, which ends a round as being reached does */
    static Round of(List<Attempt> all, Optional<Instant> lastReply) {
        return new Round(all.stream()
                .filter(attempt -> lastReply.isEmpty() || attempt.at().isAfter(lastReply.get()))
                .reduce(List.<Attempt>of(), Round::with, (earlier, later) -> later));
    }

    static Round of(List<Attempt> before, Attempt now, Optional<Instant> lastReply) {
        return of(with(before, now), lastReply);
    }

    private static List<Attempt> with(List<Attempt> before, Attempt next) {
        boolean reached = next.result() == ContactResult.REACHED || next.result() == ContactResult.NOT_READY;
        return reached
                ? List.of()
                : Stream.concat(before.stream(), Stream.of(next)).toList();
    }

    /** Whether a way may be used that is not marked safe, where somebody said so: never a voicemail or a mail. */
    public static boolean mayBeUsedUnmarked(Way way) {
        return MAY_BE_ALLOWED.contains(way);
    }

    /** The number of the next attempt, from 1. */
    public int next() {
        return attempts.size() + 1;
    }

    /** Whether enough was tried. */
    boolean isOver(Numbers numbers, Person person) {
        return attempts.size() >= numbers.contactAttempts() && used().size() >= waysNeeded(numbers, person);
    }

    /** The other safe ways, where the next attempt should use one of them so that enough ways are tried; else empty. */
    public Set<Way> better(Numbers numbers, Person person) {
        Set<Way> used = used();
        int missing = waysNeeded(numbers, person) - used.size();
        if (missing <= 0 || numbers.contactAttempts() - attempts.size() > missing) {
            return Set.of();
        }
        return usable(person)
                .filter(way -> !used.contains(sameAs(way)))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Way.class)));
    }

    private static int waysNeeded(Numbers numbers, Person person) {
        long usable = usable(person).map(Round::sameAs).distinct().count();
        return (int) Math.min(numbers.contactWays(), Math.max(1, usable));
    }

    private Set<Way> used() {
        return attempts.stream()
                .map(attempt -> sameAs(attempt.way()))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Way.class)));
    }

    /** A voicemail is left in a call. */
    private static Way sameAs(Way way) {
        return way == Way.VOICEMAIL ? Way.CALL : way;
    }

    private static Stream<Way> usable(Person person) {
        return Stream.of(Way.values())
                .filter(person.safeContact()::isSafe)
                .filter(way -> address(way, person).isPresent());
    }

    private static Optional<?> address(Way way, Person person) {
        return switch (way) {
            case CALL, VOICEMAIL, TEXT -> person.phone().or(person::otherPhone);
            case MAIL -> person.mail();
            case LETTER -> person.address();
        };
    }
}
