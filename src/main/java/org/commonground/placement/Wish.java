package org.commonground.placement;

import java.time.DayOfWeek;
import java.util.Set;
import org.commonground.conversation.PartOfDay;
import org.commonground.group.Need;
import org.commonground.group.Session;
import org.commonground.group.Support;
import org.commonground.referral.Gender;

/**
 * What groups are matched with: the few facts about a person that a choice depends on.
 *
 * @param age in whole years
 * @param needs what the person wants help with
 * @param support what they need to take part
 * @param language the language they speak best, in English words
 * @param district outward part of their postcode, {@code BS5}; null where it is not known
 * @param days on which they can come; empty where nobody said
 * @param times parts of the day at which they can come; empty where nobody said
 */
public record Wish(
        int age,
        Gender gender,
        Set<Need> needs,
        Set<Support> support,
        String language,
        String district,
        Set<DayOfWeek> days,
        Set<PartOfDay> times) {

    public Wish {
        needs = Set.copyOf(needs);
        support = Set.copyOf(support);
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
