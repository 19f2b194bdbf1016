/**
 * Reaching the person and talking with them about what matters. What several chapters say of it stands here; each
 * chapter tells one matter.
 */
package org.commonground.conversation;
