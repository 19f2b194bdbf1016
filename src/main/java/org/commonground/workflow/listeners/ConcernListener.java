package org.commonground.workflow.listeners;

import java.util.HashMap;
import java.util.Map;
import org.commonground.referral.ReferralId;
import org.commonground.referral.Referrals;
import org.commonground.referral.Urgency;
import org.commonground.safeguarding.ConcernRaised;
import org.commonground.workflow.vocabulary.SafeguardingConcernProcess;
import org.commonground.workflow.vocabulary.SafeguardingConcernProcess.Variables;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** A concern was raised: the safeguarding lead is asked. */
@Component
class ConcernListener {

    private final Processes processes;
    private final Referrals referrals;

    ConcernListener(Processes processes, Referrals referrals) {
        this.processes = processes;
        this.referrals = referrals;
    }

    @EventListener
    void on(ConcernRaised raised) {
        Map<String, Object> variables = new HashMap<>();
        variables.put(Variables.NEIGHBOURHOOD.name(), raised.neighbourhood().toString());
        variables.put(Variables.URGENCY.name(), Urgency.URGENT.word());
        if (raised.referral() != null) {
            ReferralId referral = new ReferralId(raised.referral());
            variables.put(Variables.REFERRAL_ID.name(), referral.toString());
            variables.put(
                    Variables.REFERENCE.name(),
                    referrals.find(referral).reference().text());
        }
        processes.start(SafeguardingConcernProcess.ID, raised.concern().value(), raised.neighbourhood(), variables);
    }
}
