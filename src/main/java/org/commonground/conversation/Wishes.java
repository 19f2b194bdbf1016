package org.commonground.conversation;

import java.time.DayOfWeek;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.commonground.group.Need;
import org.commonground.group.Support;
import org.commonground.platform.personal.Narrative;
import org.commonground.platform.personal.Written;

/**
 * What a person wants and needs, as they say it: what groups are chosen by. What was not said is null, or an empty list.
 * A question more is one more component here; {@code WishesTest} names each place that then forgets it.
 *
 * @param whatMatters in the person's own words
 * @param support what they need so that they can take part
 * @param days the days that suit
 * @param times the parts of the day that suit
 * @param spending what they can spend each time
 * @param alsoSpeaks languages they speak besides the one they speak best, with commas between them
 */
public record Wishes(
        List<Need> needs,

        @Written(upTo = 4000, message = "What matters must be 4,000 characters or less")
        Narrative whatMatters,

        List<Support> support,
        List<DayOfWeek> days,
        List<PartOfDay> times,
        Travel travel,
        Spending spending,

        @Written(upTo = 200, message = "Other languages must be 200 characters or less")
        Narrative alsoSpeaks) {

    public static final Wishes NOTHING = new Wishes(null, null, null, null, null, null, null, null);

    public Wishes {
        needs = sorted(needs);
        support = sorted(support);
        days = sorted(days);
        times = sorted(times);
    }

    /** These answers, and where there is none those of a conversation before. */
    public Wishes or(Wishes before) {
        return new Wishes(
                needs.isEmpty() ? before.needs : needs,
                whatMatters == null ? before.whatMatters : whatMatters,
                support.isEmpty() ? before.support : support,
                days.isEmpty() ? before.days : days,
                times.isEmpty() ? before.times : times,
                travel == null ? before.travel : travel,
                spending == null ? before.spending : spending,
                alsoSpeaks == null ? before.alsoSpeaks : alsoSpeaks);
    }

    /** The languages that they also speak, one by one. */
    public Set<String> languages() {
        return alsoSpeaks == null
                ? Set.of()
                : Stream.of(alsoSpeaks.text().split("[,;/\\n]|\\band\\b"))
                        .map(String::strip)
                        .filter(language -> !language.isEmpty())
                        .collect(Collectors.toUnmodifiableSet());
    }

    private static <T extends Comparable<T>> List<T> sorted(List<T> values) {
        return values == null ? List.of() : values.stream().distinct().sorted().toList();
    }

    /** Languages belong to a person, like all they said. */
    @Override
    public String toString() {
        return "Wishes[]";
    }
}
