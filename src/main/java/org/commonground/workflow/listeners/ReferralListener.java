package org.commonground.workflow.listeners;

import java.util.Map;
import org.commonground.correspondence.MailKind;
import org.commonground.correspondence.Outbox;
import org.commonground.group.GivenBack;
import org.commonground.group.PlaceGivenBack;
import org.commonground.placement.FirstSessionAttended;
import org.commonground.placement.OfferLapsed;
import org.commonground.placement.PlacementId;
import org.commonground.placement.Placements;
import org.commonground.placement.ReferralWithdrawn;
import org.commonground.referral.Referral;
import org.commonground.referral.ReferralId;
import org.commonground.referral.ReferralReceived;
import org.commonground.referral.ReferralSentBack;
import org.commonground.referral.Referrals;
import org.commonground.workflow.engine.EngineGroups;
import org.commonground.workflow.vocabulary.ReferralProcess;
import org.commonground.workflow.vocabulary.ReferralProcess.Messages;
import org.commonground.workflow.vocabulary.ReferralProcess.Variables;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** A referral's process follows what happens to the referral. */
@Component
class ReferralListener {

    private final Processes processes;
    private final Referrals referrals;
    private final Placements placements;
    private final Outbox outbox;

    ReferralListener(Processes processes, Referrals referrals, Placements placements, Outbox outbox) {
        this.processes = processes;
        this.referrals = referrals;
        this.placements = placements;
        this.outbox = outbox;
    }

    @EventListener
    void on(ReferralReceived received) {
        Referral referral = referrals.find(new ReferralId(received.referral()));
        processes.start(
                ReferralProcess.ID,
                received.referral(),
                Map.ofEntries(
                        Variables.REFERENCE.is(referral.reference().text()),
                        Variables.REFERRAL_ID.is(referral.id().toString()),
                        Variables.TEAM.is(EngineGroups.team(referral.team()))));
    }

    /** Follow-ups are counted from the first one, so only that one is told. */
    @EventListener
    void on(FirstSessionAttended attended) {
        if (attended.first()) {
            processes.tell(Messages.FIRST_SESSION_ATTENDED, attended.referral());
        }
    }

    @EventListener
    void on(ReferralSentBack sentBack) {
        if (sentBack.interrupts()) {
            processes.tell(Messages.REFERRAL_SENT_BACK, sentBack.referral());
        }
    }

    @EventListener
    void on(ReferralWithdrawn withdrawn) {
        processes.tell(Messages.REFERRAL_WITHDRAWN, withdrawn.referral());
    }

    /** Mail, reminder and phone did not help: the group is somebody else's to look after now. */
    @EventListener
    void on(OfferLapsed lapsed) {
        outbox.post(MailKind.OFFER_LAPSED, lapsed.subject(), lapsed.id());
    }

    /**
     * The placement's process is cancelled by a withdrawal, so it cannot tell the organisers itself. Before its offer the
     * group does not know that anybody was thought of.
     */
    @EventListener
    void on(PlaceGivenBack given) {
        if (given.why() == GivenBack.WITHDRAWN && groupWasAsked(new PlacementId(given.placement()))) {
            outbox.post(MailKind.PLACE_GIVEN_BACK, given.placement(), given.id());
        }
    }

    private boolean groupWasAsked(PlacementId placement) {
        return placements.find(placement).answerBy().isPresent();
    }
}
