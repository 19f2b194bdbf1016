package org.commonground.workflow.engine;

import org.camunda.bpm.engine.OptimisticLockingException;
import org.commonground.platform.persistence.Contention;
import org.springframework.stereotype.Component;

/** Lost races as the engine tells them: another transaction was first to a task, a job or an execution. */
@Component
class EngineContention implements Contention {

    @Override
    public boolean isToldBy(Throwable exception) {
        return exception instanceof OptimisticLockingException
                || exception instanceof StepFailed step && step.passing();
    }
}
