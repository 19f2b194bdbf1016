package org.commonground.workflow.tasks;

import java.util.UUID;
import org.commonground.platform.event.By;
import org.commonground.platform.event.DomainEvent;

/** Somebody ran the errand of the test model. */
record ErrandRun(UUID id, UUID subject, By actor) implements DomainEvent {

    @Override
    public UUID referral() {
        return null;
    }
}
