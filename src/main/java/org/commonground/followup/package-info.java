/**
 * Follow-ups: planned look-backs with the person, counted from the first session they attended anywhere. One plan per
 * referral.
 */
package org.commonground.followup;
