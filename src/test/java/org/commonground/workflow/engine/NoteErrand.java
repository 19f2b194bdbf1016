package org.commonground.workflow.engine;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.commonground.platform.refusal.Refusal;
import org.springframework.dao.DuplicateKeyException;

/** A step of the test model that fails where the variable {@code outcome} names it, with a person in the message. */
public class NoteErrand implements JavaDelegate {

    static final String PERSON = "Ethel Marked-Person";

    @Override
    public void execute(DelegateExecution execution) {
        if (execution.getCurrentActivityId().equals(execution.getVariable("outcome"))) {
            if (execution.hasVariable("refused")) {
                throw Refusal.conflict("The shop has closed");
            }
            throw new DuplicateKeyException(PERSON, new IllegalStateException("about " + PERSON));
        }
    }
}
