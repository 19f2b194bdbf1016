/**
 * Waiting lists in a fair and visible order, and places that have come free for whoever is next. Who is on a list
 * follows from where the placement stands.
 */
package org.commonground.placement.waiting;
