/**
 * A person who died gets nothing more, at once, in no referral. Whether a death recorded elsewhere is our person's,
 * their team finds out.
 */
package org.commonground.referral.death;
