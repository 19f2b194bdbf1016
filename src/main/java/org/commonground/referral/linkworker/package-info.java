/** Whose person somebody is: who looks after them, since when, and why it changed. */
package org.commonground.referral.linkworker;
