/**
 * Teams of link workers, the practices that refer to them, who leads, who is away and who stands in. Where somebody
 * must be told or asked, the ladder here ends at a named person.
 */
package org.commonground.neighbourhood;
