/**
 * Figures about the application for whoever runs it. They count; they name nobody.
 */
package org.commonground.platform.metrics;
