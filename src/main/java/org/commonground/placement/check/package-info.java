/**
 * The person's side of the safety check, weighed by a decision table, and the second opinion. Every clearance carries
 * a named person.
 */
package org.commonground.placement.check;
