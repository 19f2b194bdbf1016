/**
 * How the person feels, by questions whose wording is fixed. A question that was not asked has a reason.
 */
package org.commonground.conversation.measure;
