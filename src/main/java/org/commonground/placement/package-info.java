/**
 * One person and one group: the placement itself, its states and locks, and how it ends. What people say on the way,
 * from the choice to the first session, is told in the chapters.
 */
package org.commonground.placement;
