package org.commonground.referral.triage;

import org.commonground.referral.Urgency;

/**
 * What the decision table {@code triage} is told.
 *
 * @param oldEnough whether the person has come to the youngest age of the service
 * @param duplicate whether an open referral may be about the same person
 */
public record TriageFacts(Urgency requestedUrgency, boolean riskKnown, boolean oldEnough, boolean duplicate) {}
