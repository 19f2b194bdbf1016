package org.commonground.crisis;

import java.util.UUID;
import org.commonground.platform.event.By;
import org.commonground.platform.event.DomainEvent;

/** Somebody has declared that the person is in crisis; the reason is its kind's word. */
public record CrisisDeclared(UUID id, UUID referral, CrisisId crisis, CrisisKind what, By actor)
        implements DomainEvent {

    @Override
    public UUID subject() {
        return crisis.value();
    }

    @Override
    public String reason() {
        return what.word();
    }
}
