/**
 * One person's episode, from the practice's message to its end: what was asked for, where it stands, who is referred.
 * What happens to it on the way is told in the chapters.
 */
package org.commonground.referral;
