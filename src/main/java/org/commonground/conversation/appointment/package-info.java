/**
 * When and where we talk, wherever that is agreed. The person hears of it if they want to.
 */
package org.commonground.conversation.appointment;
