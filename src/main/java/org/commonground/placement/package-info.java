/**
 * Placements: one person and one group, from the choice through both sides of the safety check, the offer and the
 * answers to the first session.
 */
package org.commonground.placement;
