package org.commonground.placement.match;

import java.time.DayOfWeek;
import java.util.Set;
import org.commonground.conversation.PartOfDay;
import org.commonground.conversation.Spending;
import org.commonground.conversation.Travel;
import org.commonground.group.Need;
import org.commonground.group.Session;
import org.commonground.group.Support;
import org.commonground.person.Gender;

/**
 * What groups are matched with: the few facts about a person that a choice depends on.
 *
 * @param age in whole years
 * @param needs what the person wants help with
 * @param support what they need to take part
 * @param language the language they speak best, in English words
 * @param alsoSpeaks others they speak
 * @param district outward part of their postcode, {@code BS5}; null where it is not known
 * @param days on which they can come; empty where nobody said
 * @param times parts of the day at which they can come; empty where nobody said
 * @param travel how far they can travel; null where nobody said
 * @param spending what they can spend each time; null where nobody said
 */
public record Wish(
        int age,
        Gender gender,
        Set<Need> needs,
        Set<Support> support,
        String language,
        Set<String> alsoSpeaks,
        String district,
        Set<DayOfWeek> days,
        Set<PartOfDay> times,
        Travel travel,
        Spending spending) {

    public Wish {
        needs = Set.copyOf(needs);
        support = Set.copyOf(support);
        alsoSpeaks = Set.copyOf(alsoSpeaks);
        days = Set.copyOf(days);
        times = Set.copyOf(times);
    }

    /** Whether the person can come to a session, as far as they have said. */
    boolean suits(Session session) {
        return (days.isEmpty() || days.contains(session.day()))
                && (times.isEmpty() || times.contains(PartOfDay.at(session.start())));
    }

    /** Age, gender and language belong to a person. */
    @Override
    public String toString() {
        return "Wish[needs=" + needs + "]";
    }
}
