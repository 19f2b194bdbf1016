package org.commonground.conversation.capacity;

import org.commonground.platform.personal.Narrative;

/**
 * How a link worker sees whether a person can decide, and what makes them doubt it.
 *
 * @param note null where they do not doubt it
 */
public record Doubt(MentalCapacity capacity, Narrative note) {}
