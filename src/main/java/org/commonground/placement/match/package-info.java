/**
 * Which groups suit a person, and in which order, by what is known and in words that say why. Pure rules: nothing here
 * reads or writes.
 */
package org.commonground.placement.match;
