package org.commonground.referral;

/** What the decision table {@code triage} is told. */
public record TriageFacts(Urgency requestedUrgency, boolean riskKnown) {}
