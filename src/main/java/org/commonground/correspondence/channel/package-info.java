/**
 * How a message goes: the mail server, addresses, and what became of an attempt. It neither decides nor remembers
 * anything.
 */
package org.commonground.correspondence.channel;
