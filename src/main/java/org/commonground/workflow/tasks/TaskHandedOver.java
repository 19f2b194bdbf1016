package org.commonground.workflow.tasks;

import java.util.UUID;
import org.commonground.platform.Ids;
import org.commonground.platform.event.By;
import org.commonground.platform.event.DomainEvent;

/**
 * A task went from one person to another, or back to its team.
 *
 * @param subject what the task's process is about
 * @param reason {@code to-colleague}, {@code to-team}, or {@code left}: whoever had it may have it no more
 */
public record TaskHandedOver(UUID id, UUID referral, UUID subject, String reason, By actor) implements DomainEvent {

    static TaskHandedOver of(UUID referral, UUID subject, String reason, By actor) {
        return new TaskHandedOver(Ids.next(), referral, subject, reason, actor);
    }
}
