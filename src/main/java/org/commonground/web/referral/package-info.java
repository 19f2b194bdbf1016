/**
 * The page of one referral, {@code /referrals/{reference}}, and its two actions. It is open to the referral's team; an
 * organiser of a group with a placement of it may raise a concern there and sees nothing else; to everybody else it
 * does not exist.
 */
package org.commonground.web.referral;
