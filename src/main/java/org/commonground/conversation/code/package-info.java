/**
 * The coded entries a practice may add to its record. The codes are settings, checked by their last digit.
 */
package org.commonground.conversation.code;
