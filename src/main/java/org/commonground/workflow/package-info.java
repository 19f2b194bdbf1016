/**
 * The one room that knows the engine: models meet Java here, and people's answers come in by one port. A living fork
 * of the engine may take its place in this room alone.
 */
package org.commonground.workflow;
