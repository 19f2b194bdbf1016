/**
 * The engine and its rules: how it starts, what it keeps, what it deploys, who may touch it. What stands here is not a
 * setting, because taking it away would break a promise; settings have the prefix {@code commonground.engine}.
 */
package org.commonground.workflow.engine;
