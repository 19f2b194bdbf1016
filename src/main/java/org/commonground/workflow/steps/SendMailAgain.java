package org.commonground.workflow.steps;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.commonground.account.Actor;
import org.commonground.correspondence.outbox.Outbox;
import org.commonground.workflow.vocabulary.UndeliverableMailProcess;
import org.springframework.stereotype.Component;

/** Lets the outbox try an undeliverable mail anew. */
@Component
class SendMailAgain implements JavaDelegate {

    private final Outbox outbox;

    SendMailAgain(Outbox outbox) {
        this.outbox = outbox;
    }

    @Override
    public void execute(DelegateExecution execution) {
        outbox.sendAgain(UndeliverableMailProcess.mail(execution), Actor.SYSTEM);
    }
}
