/**
 * What every room stands on and that knows no room: ids, words of fixed lists, what is public inside a room alone. Its
 * chapters each wrap one matter of technique, so that a capability need not know it.
 */
package org.commonground.platform;
