/**
 * What somebody submitted becomes a command record: a form's fields, a page's, a file's cells or Json, by one binder and
 * with one wording for each mistake.
 */
package org.commonground.platform.submitted;
