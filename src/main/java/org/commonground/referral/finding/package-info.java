/**
 * Finding a referral by what somebody knows of its person. Every search is an event.
 */
package org.commonground.referral.finding;
