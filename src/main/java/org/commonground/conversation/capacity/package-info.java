/**
 * Whether the person can decide what they agree to, as a link worker sees it and a clinical supervisor advises. Nobody
 * decides for a person who can.
 */
package org.commonground.conversation.capacity;
