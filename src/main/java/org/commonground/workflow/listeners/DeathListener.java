package org.commonground.workflow.listeners;

import java.util.Map;
import org.commonground.referral.Referral;
import org.commonground.referral.ReferralId;
import org.commonground.referral.Referrals;
import org.commonground.referral.death.DeathHeardOf;
import org.commonground.workflow.engine.EngineGroups;
import org.commonground.workflow.vocabulary.DeathCheckProcess;
import org.commonground.workflow.vocabulary.DeathCheckProcess.Variables;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** A team is asked whether a death that was recorded elsewhere is their person's: by a job, and once at a time. */
@Component
class DeathListener {

    private final Processes processes;
    private final Referrals referrals;

    DeathListener(Processes processes, Referrals referrals) {
        this.processes = processes;
        this.referrals = referrals;
    }

    @EventListener
    void on(DeathHeardOf heard) {
        if (processes.isRunning(DeathCheckProcess.ID, heard.referral())) {
            return;
        }
        Referral referral = referrals.find(new ReferralId(heard.referral()));
        processes.start(
                DeathCheckProcess.ID,
                heard.referral(),
                referral.neighbourhood(),
                Map.ofEntries(
                        Variables.REFERENCE.is(referral.reference().text()),
                        Variables.REFERRAL_ID.is(referral.id().toString()),
                        Variables.TEAM.is(EngineGroups.team(referral.team()))));
    }
}
