/**
 * What was agreed to, for which purpose, by whom: answers are added, never changed. The newest answer counts.
 */
package org.commonground.referral.consent;
