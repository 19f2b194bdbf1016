/**
 * Pages for the people of a practice without a system: refer, see where each of its own referrals stands, print the
 * feedback letter. They say what the API says to a practice's system, and nothing more.
 */
package org.commonground.web.practice;
