/**
 * Where a new referral goes and how soon the person should be reached. It gathers the facts; a decision table decides.
 */
package org.commonground.referral.triage;
