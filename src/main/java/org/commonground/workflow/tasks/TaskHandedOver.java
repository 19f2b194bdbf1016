package org.commonground.workflow.tasks;

import java.util.Optional;
import java.util.UUID;
import org.commonground.account.AccountId;
import org.commonground.platform.Ids;
import org.commonground.platform.event.By;
import org.commonground.platform.event.DomainEvent;

/**
 * A task went from one person to another, or back to its team.
 *
 * @param subject what the task's process is about
 * @param to whose it is now; null for the whole team
 * @param reason {@code to-colleague}, {@code to-team}, or {@link #LEFT}
 */
public record TaskHandedOver(UUID id, UUID referral, UUID subject, AccountId to, String reason, By actor)
        implements DomainEvent {

    /** Whoever had it may have it no more. */
    public static final String LEFT = "left";

    static TaskHandedOver of(UUID referral, UUID subject, Optional<AccountId> to, String reason, By actor) {
        return new TaskHandedOver(Ids.next(), referral, subject, to.orElse(null), reason, actor);
    }
}
