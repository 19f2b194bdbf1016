/**
 * Everything that is reached by HTTP: pages, the practices' API, signing in, and what the plugins in Tasklist and
 * Cockpit ask for. It builds commands and shows answers; it decides nothing.
 */
package org.commonground.web;
