package org.commonground.referral.triage;

import org.commonground.referral.Urgency;

/**
 * What the decision table {@code triage} is told.
 *
 * @param age the person's, in years, today
 * @param youngestAge in years, where they are referred; whoever is younger goes back to the practice
 * @param duplicate whether an open referral may be about the same person
 */
public record TriageFacts(Urgency requestedUrgency, boolean riskKnown, int age, int youngestAge, boolean duplicate) {}
