package org.commonground.placement.waiting;

import java.time.LocalDate;
import org.commonground.platform.time.InWords;

/**
 * How many wait for a place in a group, and nobody of them: an organiser may know it.
 *
 * @param first since when the first of them waits; null where nobody does
 */
public record WaitingCount(int people, LocalDate first) {

    /** {@code 3 people wait for a place, the first since 5 March 2027.} */
    public String inWords() {
        return switch (people) {
            case 0 -> "Nobody waits for a place.";
            case 1 -> "1 person waits for a place, since " + InWords.date(first) + ".";
            default -> people + " people wait for a place, the first since " + InWords.date(first) + ".";
        };
    }
}
