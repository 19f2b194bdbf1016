/**
 * When a message goes: claimed, checked at the moment of sending, tried again, mended, or told in another way. What
 * may no longer be sent is dropped here.
 */
package org.commonground.correspondence.outbox;
