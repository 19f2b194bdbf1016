/**
 * Referrals: the practice's message, who the person is, how they may be reached, what was agreed to, and where it
 * stands until it ends.
 */
package org.commonground.referral;
