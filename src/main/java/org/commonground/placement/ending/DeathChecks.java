package org.commonground.placement.ending;

import org.commonground.account.Actor;
import org.commonground.placement.PlacementLocks;
import org.commonground.platform.refusal.Commands;
import org.commonground.platform.refusal.Refusal;
import org.commonground.referral.ReferralId;
import org.commonground.referral.Referrals;
import org.commonground.referral.death.ConfirmDeath;
import org.commonground.referral.death.Deaths;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A team has made sure whether a death that was recorded elsewhere is their person's. */
@Service
@Transactional
public class DeathChecks {

    private final Deaths deaths;
    private final Stops stops;
    private final PlacementLocks locks;
    private final Referrals referrals;

    DeathChecks(Deaths deaths, Stops stops, PlacementLocks locks, Referrals referrals) {
        this.deaths = deaths;
        this.stops = stops;
        this.locks = locks;
        this.referrals = referrals;
    }

    /**
     * Ends the referral as any other of somebody who died, or lets what waits for the person go out. A referral that has
     * ended meanwhile stays as it is; nothing is sent to who died all the same.
     *
     * @throws Refusal for wrong input
     */
    public void confirm(ReferralId id, ConfirmDeath said, Actor actor) {
        Commands.require(said);
        locks.lockOpen(id);
        deaths.settle(id, said, actor);
        if (said.died() == ConfirmDeath.Answer.DIED) {
            if (referrals.find(id).isOpen()) {
                stops.stop(new StopReferral(id, StopReason.DIED, ToldBy.NOBODY, null, said.how()), actor);
            } else {
                deaths.record(id);
            }
        }
    }
}
