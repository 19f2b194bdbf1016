/**
 * Community groups: what they do, who they are for, and the places they have: held, taken, given back.
 */
package org.commonground.group;
