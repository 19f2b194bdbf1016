package org.commonground.conversation.talk;

import java.time.DayOfWeek;
import java.util.List;
import org.commonground.conversation.PartOfDay;
import org.commonground.conversation.Spending;
import org.commonground.conversation.Travel;
import org.commonground.group.Need;
import org.commonground.group.Support;
import org.commonground.platform.personal.Narrative;

/**
 * What a person said in earlier conversations, each answer from the last time it was given: what the next form starts
 * from, so that nothing is asked twice. An answer never given is null, or an empty list.
 */
public record Earlier(
        List<Need> needs,
        List<Support> support,
        Narrative whatMatters,
        List<DayOfWeek> days,
        List<PartOfDay> times,
        Travel travel,
        Spending spending,
        Narrative alsoSpeaks) {

    static final Earlier NOTHING = new Earlier(List.of(), List.of(), null, List.of(), List.of(), null, null, null);

    /** These answers, and where there is none those of a conversation before. */
    Earlier or(Earlier before) {
        return new Earlier(
                needs.isEmpty() ? before.needs : needs,
                support.isEmpty() ? before.support : support,
                whatMatters == null ? before.whatMatters : whatMatters,
                days.isEmpty() ? before.days : days,
                times.isEmpty() ? before.times : times,
                travel == null ? before.travel : travel,
                spending == null ? before.spending : spending,
                alsoSpeaks == null ? before.alsoSpeaks : alsoSpeaks);
    }

    /** Hides what somebody said about themselves. */
    @Override
    public String toString() {
        return "Earlier[]";
    }
}
