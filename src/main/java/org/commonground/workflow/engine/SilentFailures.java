package org.commonground.workflow.engine;

import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.delegate.BpmnError;
import org.camunda.bpm.engine.impl.delegate.DefaultDelegateInterceptor;
import org.camunda.bpm.engine.impl.delegate.DelegateInvocation;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.impl.juel.jakarta.el.MethodNotFoundException;
import org.camunda.bpm.impl.juel.jakarta.el.PropertyNotFoundException;
import org.commonground.platform.persistence.Contention;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;

/**
 * Stands between the engine and everything of ours that it calls: steps, listeners, expressions. What goes wrong there
 * reaches the engine, and so its tables and its log, only as a {@link StepFailed}; errors meant for the model pass, and
 * so does what names nothing but a model's own words.
 */
class SilentFailures extends DefaultDelegateInterceptor {

    private static final Logger LOG = LoggerFactory.getLogger(SilentFailures.class);

    private final ObjectProvider<Contention> contentions;

    SilentFailures(ObjectProvider<Contention> contentions) {
        this.contentions = contentions;
    }

    @Override
    public void handleInvocation(DelegateInvocation invocation) throws Exception {
        try {
            super.handleInvocation(invocation);
        } catch (BpmnError
                | StepFailed
                | OptimisticLockingException
                | PropertyNotFoundException
                | MethodNotFoundException passes) {
            throw passes;
        } catch (Exception failure) {
            throw silenced(failure, invocation);
        }
    }

    private Exception silenced(Exception failure, DelegateInvocation invocation) {
        Throwable root = FailureCode.unwrapped(failure);
        if (root instanceof BpmnError || root instanceof StepFailed || root instanceof OptimisticLockingException) {
            return (Exception) root;
        }
        String step = "step";
        String reference = null;
        if (invocation.getContextExecution() instanceof ExecutionEntity execution) {
            step = execution.getCurrentActivityId();
            reference = reference(execution);
        }
        StepFailed silent = new StepFailed(step, FailureCode.of(root), reference, lostRace(failure), root);
        LOG.warn("{}, at {}", silent.getMessage(), FailureCode.place(root));
        return silent;
    }

    private boolean lostRace(Throwable failure) {
        for (Throwable e = failure; e != null; e = e.getCause()) {
            Throwable one = e;
            if (contentions.stream().anyMatch(contention -> contention.isToldBy(one))) {
                return true;
            }
        }
        return false;
    }

    /** Null where there is none, or where the failed transaction lets nobody read any more. */
    private static String reference(ExecutionEntity execution) {
        try {
            return execution.getVariable("reference") instanceof String text ? text : null;
        } catch (RuntimeException unreadable) {
            return null;
        }
    }
}
