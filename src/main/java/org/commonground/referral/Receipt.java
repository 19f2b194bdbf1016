package org.commonground.referral;

/**
 * What a practice is answered when it refers somebody.
 *
 * @param again true where the same message had come before: nothing was made
 */
public record Receipt(ReferralId referral, Reference reference, boolean again) {}
