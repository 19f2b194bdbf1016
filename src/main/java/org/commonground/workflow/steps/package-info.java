/**
 * What the models call, and the only beans their expressions can see: one small bean per step, which reads the id,
 * calls one service and writes what the model declares, and {@link org.commonground.workflow.steps.Due}.
 */
package org.commonground.workflow.steps;
