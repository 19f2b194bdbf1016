/**
 * The page that shows what the embedded mail server has caught. In production there is none.
 */
package org.commonground.web.mails;
