/**
 * How people come to the engine: who they are and where they belong (our accounts, read only), which of its web
 * applications they may open, and the first wall, which lets through only the requests that are meant to be made.
 */
package org.commonground.workflow.access;
