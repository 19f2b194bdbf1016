/**
 * Safeguarding: concerns that somebody raises about a person or a group, what the safeguarding lead decides, and the
 * pause of a referral. The record of a concern is restricted: only the safeguarding lead and the deputy read it.
 */
package org.commonground.safeguarding;
