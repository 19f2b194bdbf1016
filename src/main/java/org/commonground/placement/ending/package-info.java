/**
 * How a placement or a referral ends from outside: left, withdrawn, stopped, moved, died, the group closed. Places
 * come back in the same transaction.
 */
package org.commonground.placement.ending;
