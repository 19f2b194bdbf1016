/**
 * Who somebody is: their details, the ways to reach them, their key, and the marks by which they are found again. It
 * knows no referral; each referral has a person of its own.
 */
package org.commonground.person;
