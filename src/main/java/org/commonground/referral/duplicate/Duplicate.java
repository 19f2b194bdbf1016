package org.commonground.referral.duplicate;

import org.commonground.referral.Referral;

/**
 * An open referral that may be about the same person.
 *
 * @param sameTeam whether it is with the team that looks; of another team's only what is needed is shown
 * @param sameNhsNumber whether both have this NHS number
 * @param sameNameAndBirth whether name and date of birth are equal
 */
public record Duplicate(Referral referral, boolean sameTeam, boolean sameNhsNumber, boolean sameNameAndBirth) {}
