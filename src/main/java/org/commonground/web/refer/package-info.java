/**
 * Referring somebody on a page, for people without a system that speaks our API: the same message and the same rules. A
 * link worker records what a practice says on the phone, a practice's own staff refer by themselves.
 */
package org.commonground.web.refer;
