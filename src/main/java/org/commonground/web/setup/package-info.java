/** Setting up, by administrators: teams, practices, staff and groups, on pages and by files that can be repeated. */
package org.commonground.web.setup;
