/**
 * What we tell people: posted in the transaction that decided it, written and sent later. A row names kind, recipient
 * and occasion, never a text or an address.
 */
package org.commonground.correspondence;
