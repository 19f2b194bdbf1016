/**
 * The one clock, working days of England, and dates and times in words. Nobody else asks the system what time it is.
 */
package org.commonground.platform.time;
