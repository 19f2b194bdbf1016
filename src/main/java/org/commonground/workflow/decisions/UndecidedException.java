package org.commonground.workflow.decisions;

/** A table that should give one outcome gave none or several, or there is no such table: a defect of the model. */
public class UndecidedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UndecidedException(String decision, int outcomes) {
        super("Decision " + decision + " gave " + outcomes + " outcomes where one is needed");
    }

    UndecidedException(String decision) {
        super("There is no decision " + decision);
    }
}
