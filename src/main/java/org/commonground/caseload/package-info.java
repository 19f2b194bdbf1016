/** What a link worker's day is made of: what waits for whom, and when. */
package org.commonground.caseload;
