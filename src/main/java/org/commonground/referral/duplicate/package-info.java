/**
 * A referral that may be about somebody who is here already: shown, joined, kept apart or refused, never merged by
 * itself. What was asked for one person by several messages is read together here.
 */
package org.commonground.referral.duplicate;
