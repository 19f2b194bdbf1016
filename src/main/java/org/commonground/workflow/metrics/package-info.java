/**
 * Figures about the engine for whoever runs it. They count jobs and tasks; they name nobody.
 */
package org.commonground.workflow.metrics;
