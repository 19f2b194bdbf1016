/**
 * The PostgreSQL and the mail server that a newcomer's first start brings along, and the folder they live in. They are
 * no part of the jar that runs in production.
 */
package org.commonground.platform.embedded;
