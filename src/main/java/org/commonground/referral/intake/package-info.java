/**
 * A practice's message becomes a referral, once however often it is sent. What is wrong with it is said field by
 * field, all at once.
 */
package org.commonground.referral.intake;
