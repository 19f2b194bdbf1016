/**
 * What a practice may know of its own referrals, by API, page and mail alike. Without consent to feedback that is next
 * to nothing.
 */
package org.commonground.practice;
