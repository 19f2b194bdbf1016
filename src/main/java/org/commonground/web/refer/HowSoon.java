package org.commonground.web.refer;

import java.util.Collection;
import java.util.List;
import org.commonground.account.NeighbourhoodId;
import org.commonground.neighbourhood.Neighbourhoods;
import org.commonground.neighbourhood.Numbers;
import org.commonground.web.pages.FormField.Option;

/**
 * How soon a link worker tries to reach a person, as it is said to whoever refers: by the numbers of the neighbourhood,
 * or without any where it may become one of several with different ones.
 */
public record HowSoon(String routine, String urgent) {

    static final HowSoon UNSAID = new HowSoon("In turn", "Soon: it is urgent");

    /** @param places neighbourhoods that the person may be referred in */
    public static HowSoon in(Collection<NeighbourhoodId> places, Neighbourhoods neighbourhoods) {
        List<HowSoon> all = places.stream()
                .distinct()
                .map(neighbourhoods::numbersOf)
                .map(HowSoon::of)
                .distinct()
                .toList();
        return all.size() == 1 ? all.get(0) : UNSAID;
    }

    private static HowSoon of(Numbers numbers) {
        return new HowSoon(within(numbers.routineContact()), within(numbers.urgentContact()));
    }

    private static String within(int days) {
        return switch (days) {
            case 0 -> "The same working day";
            case 1 -> "Within 1 working day";
            default -> "Within " + days + " working days";
        };
    }

    List<Option> options() {
        return List.of(new Option("routine", routine), new Option("urgent", urgent));
    }

    /** {@code within 5 working days, or within 1 working day where it is urgent}. */
    String inASentence() {
        return small(routine) + ", or " + small(urgent) + " where it is urgent";
    }

    private static String small(String words) {
        return words.substring(0, 1).toLowerCase() + words.substring(1);
    }
}
