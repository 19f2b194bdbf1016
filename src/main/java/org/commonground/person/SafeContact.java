package org.commonground.person;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.commonground.platform.personal.Narrative;

/**
 * How a person may be reached without putting them at risk.
 *
 * @param ways each way with its safety; a way not named is unknown
 * @param whoMayAnswer who else may pick up, and what may be said to them; null where nothing was said
 * @param bestTimes when to try; null where nothing was said
 */
public record SafeContact(Map<Way, Safety> ways, Narrative whoMayAnswer, Narrative bestTimes) {

    public SafeContact {
        Map<Way, Safety> all = new EnumMap<>(Way.class);
        for (Way way : Way.values()) {
            all.put(way, ways.getOrDefault(way, Safety.UNKNOWN));
        }
        ways = Map.copyOf(all);
    }

    public Safety of(Way way) {
        return ways.get(way);
    }

    public boolean isSafe(Way way) {
        return of(way) == Safety.SAFE;
    }

    /** The ways of one safety, in the order in which people think of them. */
    public List<Way> ways(Safety safety) {
        return Stream.of(Way.values()).filter(way -> of(way) == safety).toList();
    }
}
