package org.commonground.workflow.listeners;

import java.util.HashMap;
import java.util.Map;
import org.commonground.account.Role;
import org.commonground.correspondence.MailCeased;
import org.commonground.correspondence.MailUndeliverable;
import org.commonground.correspondence.RecipientRole;
import org.commonground.referral.Referral;
import org.commonground.referral.ReferralId;
import org.commonground.referral.Referrals;
import org.commonground.workflow.engine.EngineGroups;
import org.commonground.workflow.vocabulary.UndeliverableMailProcess;
import org.commonground.workflow.vocabulary.UndeliverableMailProcess.Messages;
import org.commonground.workflow.vocabulary.UndeliverableMailProcess.Variables;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** A mail could not be delivered: the person's own team mends theirs, an administrator everybody else's. */
@Component
class MailListener {

    private final Processes processes;
    private final Referrals referrals;

    MailListener(Processes processes, Referrals referrals) {
        this.processes = processes;
        this.referrals = referrals;
    }

    /** Nobody is told anything any more: the task about it ends. */
    @EventListener
    void on(MailCeased ceased) {
        processes.tell(Messages.MAIL_CEASED, ceased.mail().value());
    }

    @EventListener
    void on(MailUndeliverable undeliverable) {
        Map<String, Object> variables = new HashMap<>();
        variables.put(Variables.OWNER.name(), EngineGroups.role(Role.ADMINISTRATOR));
        if (undeliverable.referral() != null) {
            Referral referral = referrals.find(new ReferralId(undeliverable.referral()));
            variables.put(Variables.REFERRAL_ID.name(), referral.id().toString());
            variables.put(Variables.REFERENCE.name(), referral.reference().text());
            if (undeliverable.mailKind().recipient() == RecipientRole.PERSON) {
                variables.put(Variables.OWNER.name(), EngineGroups.team(referral.team()));
            }
        }
        processes.start(UndeliverableMailProcess.ID, undeliverable.mail().value(), variables);
    }
}
