package org.commonground.conversation;

import java.time.DayOfWeek;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.commonground.group.Need;
import org.commonground.group.Support;
import org.commonground.platform.personal.Narrative;

/**
 * What the person wants and needs, as they said it when we talked: what groups are chosen by.
 *
 * @param days the days that suit
 * @param times the parts of the day that suit
 * @param spending what they can spend each time; empty where nobody said
 * @param alsoSpeaks languages besides the one they speak best, in English words
 */
public record Wishes(
        Instant saidAt,
        Set<Need> needs,
        Set<Support> support,
        Narrative whatMatters,
        Set<DayOfWeek> days,
        Set<PartOfDay> times,
        Travel travel,
        Optional<Spending> spending,
        Set<String> alsoSpeaks) {

    public Wishes {
        needs = Set.copyOf(needs);
        support = Set.copyOf(support);
        days = Set.copyOf(days);
        times = Set.copyOf(times);
        alsoSpeaks = Set.copyOf(alsoSpeaks);
    }

    /** Languages belong to a person, like all they said. */
    @Override
    public String toString() {
        return "Wishes[]";
    }
}
