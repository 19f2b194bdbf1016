package org.commonground.placement.match;

import java.util.Set;
import org.commonground.conversation.PartOfDay;
import org.commonground.conversation.Spending;
import org.commonground.conversation.Travel;
import org.commonground.conversation.Wishes;
import org.commonground.group.Need;
import org.commonground.group.Session;
import org.commonground.group.Support;
import org.commonground.person.Gender;

/**
 * What groups are matched with: the few facts about a person that a choice depends on, and what they want.
 *
 * @param age in whole years
 * @param language the language they speak best, in English words
 * @param district outward part of their postcode, {@code BS5}; null where it is not known
 */
public record Wish(int age, Gender gender, String language, String district, Wishes said) {

    /** What the person wants help with. */
    public Set<Need> needs() {
        return Set.copyOf(said.needs());
    }

    /** What they need to take part. */
    Set<Support> support() {
        return Set.copyOf(said.support());
    }

    /** Languages they speak besides. */
    Set<String> alsoSpeaks() {
        return said.languages();
    }

    /** How far they can travel; null where nobody said. */
    Travel travel() {
        return said.travel();
    }

    /** What they can spend each time; null where nobody said. */
    Spending spending() {
        return said.spending();
    }

    /** Whether the person can come to a session, as far as they have said. */
    boolean suits(Session session) {
        return (said.days().isEmpty() || said.days().contains(session.day()))
                && (said.times().isEmpty() || said.times().contains(PartOfDay.at(session.start())));
    }

    /** Age, gender and language belong to a person. */
    @Override
    public String toString() {
        return "Wish[needs=" + needs() + "]";
    }
}
