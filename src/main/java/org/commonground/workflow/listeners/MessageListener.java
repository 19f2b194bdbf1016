package org.commonground.workflow.listeners;

import java.util.HashMap;
import java.util.Map;
import org.commonground.account.Role;
import org.commonground.conversation.reach.AnotherWayFound;
import org.commonground.correspondence.MessageKind;
import org.commonground.correspondence.RecipientRole;
import org.commonground.correspondence.outbox.MailMended;
import org.commonground.correspondence.outbox.MailUndeliverable;
import org.commonground.correspondence.outbox.Mend;
import org.commonground.correspondence.outbox.MessageCeased;
import org.commonground.correspondence.outbox.MessageDropped;
import org.commonground.correspondence.outbox.MessageTakesAnotherWay;
import org.commonground.correspondence.outbox.Outbox;
import org.commonground.correspondence.outbox.PersonNotTold;
import org.commonground.correspondence.outbox.PersonTold;
import org.commonground.correspondence.outbox.WayLost;
import org.commonground.referral.Referral;
import org.commonground.referral.ReferralClosed;
import org.commonground.referral.ReferralId;
import org.commonground.referral.Referrals;
import org.commonground.workflow.engine.EngineGroups;
import org.commonground.workflow.vocabulary.ReferralProcess;
import org.commonground.workflow.vocabulary.TellPersonProcess;
import org.commonground.workflow.vocabulary.UndeliverableMailProcess;
import org.commonground.workflow.vocabulary.UndeliverableMailProcess.Messages;
import org.commonground.workflow.vocabulary.UndeliverableMailProcess.Variables;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * What becomes of a message is somebody's task where it needs one: to tell the person by hand, or to mend a mail, which the
 * person's own team does for theirs, an administrator for everybody else's. A referral that waits until its person was
 * told hears of that.
 */
@Component
class MessageListener {

    private final Processes processes;
    private final Referrals referrals;
    private final Outbox outbox;

    MessageListener(Processes processes, Referrals referrals, Outbox outbox) {
        this.processes = processes;
        this.referrals = referrals;
        this.outbox = outbox;
    }

    @EventListener
    void on(MessageTakesAnotherWay message) {
        Referral referral = referrals.find(new ReferralId(message.referral()));
        processes.start(
                TellPersonProcess.ID,
                message.mail().value(),
                referral.neighbourhood(),
                Map.ofEntries(
                        TellPersonProcess.Variables.REFERENCE.is(
                                referral.reference().text()),
                        TellPersonProcess.Variables.REFERRAL_ID.is(referral.id().toString()),
                        TellPersonProcess.Variables.TEAM.is(EngineGroups.team(referral.team())),
                        TellPersonProcess.Variables.TELLING.is(message.channel().word())));
    }

    /** The other way has a task of its own. */
    @EventListener
    void on(WayLost lost) {
        processes.tell(Messages.MESSAGE_CEASED, lost.mail().value());
    }

    @EventListener
    void on(PersonTold message) {
        if (message.messageKind().isAwaited()) {
            processes.tell(ReferralProcess.Messages.LAST_LETTER_TOLD, message.referral());
        }
    }

    /** Somebody has told them instead of the mail that was to be mended. */
    @EventListener
    void on(MailMended mended) {
        if (Mend.TOLD_OTHERWISE.word().equals(mended.reason())
                && outbox.find(mended.mail()).kind().isAwaited()) {
            processes.tell(ReferralProcess.Messages.LAST_LETTER_TOLD, mended.referral());
        }
    }

    /** Where the referral waits for it, its link worker looks for another way; else the lead hears. */
    @EventListener
    void on(PersonNotTold message) {
        if (message.messageKind().isAwaited()) {
            processes.tell(ReferralProcess.Messages.LAST_LETTER_NOT_TOLD, message.referral());
        } else {
            outbox.post(MessageKind.PERSON_NOT_TOLD, message.referral(), message.id());
        }
    }

    @EventListener
    void on(MessageDropped message) {
        if (message.messageKind().isAwaited()) {
            processes.tell(ReferralProcess.Messages.LAST_LETTER_NOT_TOLD, message.referral());
        }
    }

    /** What was to tell them before is moot. */
    @EventListener
    void on(AnotherWayFound found) {
        outbox.cease(found.referral(), MessageKind.NOT_REACHED);
    }

    /** What nobody has told the person by then is moot. */
    @EventListener
    void on(ReferralClosed closed) {
        outbox.cease(closed.referral());
    }

    /** Nobody is told anything any more: the task about it ends. */
    @EventListener
    void on(MessageCeased ceased) {
        processes.tell(Messages.MESSAGE_CEASED, ceased.mail().value());
    }

    @EventListener
    void on(MailUndeliverable undeliverable) {
        Map<String, Object> variables = new HashMap<>();
        variables.put(Variables.OWNER.name(), EngineGroups.role(Role.ADMINISTRATOR));
        if (undeliverable.referral() != null) {
            Referral referral = referrals.find(new ReferralId(undeliverable.referral()));
            variables.put(Variables.REFERRAL_ID.name(), referral.id().toString());
            variables.put(Variables.REFERENCE.name(), referral.reference().text());
            if (undeliverable.messageKind().recipient() == RecipientRole.PERSON) {
                variables.put(Variables.OWNER.name(), EngineGroups.team(referral.team()));
            }
        }
        processes.start(
                UndeliverableMailProcess.ID,
                undeliverable.mail().value(),
                outbox.find(undeliverable.mail()).neighbourhood(),
                variables);
    }
}
