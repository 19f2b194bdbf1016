package org.commonground.group;

import java.util.Set;
import org.commonground.platform.personal.PersonName;
import org.commonground.platform.personal.Phone;

/**
 * Where a group meets and who is there.
 *
 * @param address the venue as a person needs it to find the door
 * @param isPublic whether the address may be shown to anybody but the person who comes and the team
 * @param district outward part of the postcode: {@code BS5}
 * @param nearby outward parts from which people come easily
 * @param travel how to get there: bus, parking, steps
 * @param meets who meets people at the first session
 * @param phone the group's own number, for the link worker
 */
public record Venue(
        String address,
        boolean isPublic,
        String district,
        Set<String> nearby,
        String travel,
        PersonName meets,
        Phone phone) {

    public Venue {
        nearby = Set.copyOf(nearby);
    }
}
