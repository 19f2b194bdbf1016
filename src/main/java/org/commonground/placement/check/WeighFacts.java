package org.commonground.placement.check;

import org.commonground.referral.RiskLevel;

/**
 * What the decision table {@code placement-verdict} is told of a person's side.
 *
 * @param risk the gravest of the risks
 * @param supportGap whether the person needs support that the group does not offer and that nobody has arranged
 * @param shareRisks whether the person agrees that the group is told of risks
 */
public record WeighFacts(RiskLevel risk, boolean supportGap, boolean shareRisks) {

    /** The same with the risks shared, as before a consent to that was withdrawn. */
    public WeighFacts shared() {
        return new WeighFacts(risk, supportGap, true);
    }
}
