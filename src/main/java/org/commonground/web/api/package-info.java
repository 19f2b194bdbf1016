/** The practices' interface: send a referral, ask where it stands. Its errors are {@code application/problem+json}. */
package org.commonground.web.api;
