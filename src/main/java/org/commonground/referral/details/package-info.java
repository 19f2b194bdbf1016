/**
 * A person's details as they change while their referral runs, and which way a message may take to them. Of a change
 * the story tells the part, never the value.
 */
package org.commonground.referral.details;
