/**
 * Where somebody goes without us, and the one call after it. Nobody follows it otherwise.
 */
package org.commonground.conversation.signpost;
