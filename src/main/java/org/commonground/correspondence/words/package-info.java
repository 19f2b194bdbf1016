/**
 * What a message says: its composers, the templates, a letter on paper, an entry for a calendar. Nothing here knows
 * when or how it goes.
 */
package org.commonground.correspondence.words;
