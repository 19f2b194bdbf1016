/**
 * What a link worker notes about a person: contacts, sentences, promised actions and goals. One notebook a referral,
 * written from every task.
 */
package org.commonground.conversation.notebook;
