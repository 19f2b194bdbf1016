package org.commonground.conversation.capacity;

import org.commonground.platform.personal.Narrative;
import org.commonground.platform.personal.Written;

/**
 * How a link worker sees whether a person can decide, and what makes them doubt it.
 *
 * @param capacity whether they understand what is proposed and can decide; null where it was not asked
 * @param capacityNote null where they do not doubt it
 */
public record Doubt(
        MentalCapacity capacity,

        @Written(upTo = 2000, message = "What makes you doubt it must be 2,000 characters or less")
        Narrative capacityNote) {

    public static final Doubt NOT_ASKED = new Doubt(null, null);

    /** Whether the link worker doubts it. */
    public boolean isDoubted() {
        return capacity == MentalCapacity.NO || capacity == MentalCapacity.IN_DOUBT;
    }

    /** Hides what was noticed. */
    @Override
    public String toString() {
        return "Doubt[]";
    }
}
