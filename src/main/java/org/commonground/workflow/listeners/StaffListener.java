package org.commonground.workflow.listeners;

import java.util.Optional;
import java.util.Set;
import org.commonground.account.AccountChanged;
import org.commonground.account.AccountId;
import org.commonground.account.TeamId;
import org.commonground.neighbourhood.TeamChanged;
import org.commonground.platform.refusal.Refusal;
import org.commonground.referral.ReferralId;
import org.commonground.referral.linkworker.LinkWorkers;
import org.commonground.workflow.tasks.HandOver;
import org.commonground.workflow.tasks.TaskHandedOver;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * People leave, and move from one team or role to another: people and tasks that are theirs no more go back to the team
 * at once. A
 * team ends when no referral of its is open any more.
 */
@Component
class StaffListener {

    private static final Set<String> MAY_LOSE_TASKS = Set.of("closed", "changed", "moved");

    private final HandOver handOver;
    private final LinkWorkers linkWorkers;

    StaffListener(HandOver handOver, LinkWorkers linkWorkers) {
        this.linkWorkers = linkWorkers;
        this.handOver = handOver;
    }

    @EventListener
    void on(AccountChanged changed) {
        if (MAY_LOSE_TASKS.contains(changed.reason())) {
            linkWorkers.release(new AccountId(changed.subject()), changed.actor());
            handOver.release(new AccountId(changed.subject()), changed.actor());
        }
    }

    /** What goes with the tasks: the person they are about. */
    @EventListener
    void on(TaskHandedOver handed) {
        if (handed.referral() != null && !handed.reason().equals(TaskHandedOver.LEFT)) {
            linkWorkers.follow(new ReferralId(handed.referral()), Optional.ofNullable(handed.to()), handed.actor());
        }
    }

    @EventListener
    void on(TeamChanged changed) {
        if (changed.reason().equals(TeamChanged.ENDED)) {
            long open = handOver.openReferrals(new TeamId(changed.subject()));
            if (open > 0) {
                throw Refusal.conflict("This team still has " + open + " open referrals. They need people to do them.");
            }
        }
    }
}
