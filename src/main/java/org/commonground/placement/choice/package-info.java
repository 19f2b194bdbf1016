/**
 * What the person and their link worker choose: groups to try, with consent for each, or that none suits. Each choice
 * begins a round of placements.
 */
package org.commonground.placement.choice;
