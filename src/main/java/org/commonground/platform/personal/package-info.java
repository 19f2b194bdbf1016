/**
 * Personal values: one type for each kind, which hides itself in logs and is sealed in tables under its subject's key.
 * Here stand the codec, the index that finds people by digests, and how each kind may be written.
 */
package org.commonground.platform.personal;
