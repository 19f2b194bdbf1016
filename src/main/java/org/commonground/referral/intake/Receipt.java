package org.commonground.referral.intake;

import org.commonground.referral.Reference;
import org.commonground.referral.ReferralId;

/**
 * What a practice is answered when it refers somebody.
 *
 * @param again true where the same message had come before: nothing was made
 */
public record Receipt(ReferralId referral, Reference reference, boolean again) {}
