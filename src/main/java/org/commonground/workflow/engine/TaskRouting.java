package org.commonground.workflow.engine;

import org.camunda.bpm.engine.delegate.DelegateTask;

/**
 * Says who gets a new human task besides what its model says. It runs in the transaction that makes the task, when the
 * model's candidates are there already.
 */
public interface TaskRouting {

    void route(DelegateTask task);
}
