package org.commonground.group;

import java.util.Set;

/**
 * Who a group is for. These are hard criteria: nothing outranks them.
 *
 * @param minimumAge in whole years, or null where there is none
 * @param maximumAge in whole years, inclusive, or null where there is none
 * @param audience by gender as the person states it
 * @param onlyWithNeed where not empty, only people with one of these needs (a group of carers, of the bereaved)
 */
public record WhoFor(Integer minimumAge, Integer maximumAge, Audience audience, Set<Need> onlyWithNeed) {

    public static final WhoFor EVERYBODY = new WhoFor(null, null, Audience.EVERYBODY, Set.of());

    public WhoFor {
        onlyWithNeed = Set.copyOf(onlyWithNeed);
    }
}
