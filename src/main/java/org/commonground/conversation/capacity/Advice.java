package org.commonground.conversation.capacity;

import java.time.Instant;
import org.commonground.platform.Signature;
import org.commonground.platform.personal.Narrative;
import org.commonground.platform.personal.PersonName;

/**
 * What was advised about a person's deciding.
 *
 * @param decidedBy who decides instead; null where nobody does
 * @param grounds the evidence seen, or why it is in their best interests; null where nobody decides instead
 * @param by who advised
 */
public record Advice(
        CapacityAdvice advice, PersonName decidedBy, Narrative grounds, Narrative reason, Instant at, Signature by) {}
