package org.commonground.workflow.listeners;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.commonground.conversation.signpost.PersonSignposted;
import org.commonground.correspondence.MessageKind;
import org.commonground.correspondence.outbox.Outbox;
import org.commonground.group.GivenBack;
import org.commonground.group.PlaceGivenBack;
import org.commonground.placement.PlacementId;
import org.commonground.placement.Placements;
import org.commonground.placement.ending.ReferralStopped;
import org.commonground.placement.firstsession.FirstSessionAttended;
import org.commonground.placement.offer.OfferLapsed;
import org.commonground.referral.Referral;
import org.commonground.referral.ReferralId;
import org.commonground.referral.ReferralSentBack;
import org.commonground.referral.Referrals;
import org.commonground.referral.intake.ReferralReceived;
import org.commonground.workflow.engine.EngineGroups;
import org.commonground.workflow.vocabulary.ReferralProcess;
import org.commonground.workflow.vocabulary.ReferralProcess.Messages;
import org.commonground.workflow.vocabulary.ReferralProcess.Variables;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** A referral's process follows what happens to the referral. */
@Component
class ReferralListener {

    /** Why a place comes back while the placement's process is ended from outside and cannot tell the organisers. */
    private static final Set<GivenBack> FROM_OUTSIDE =
            EnumSet.of(GivenBack.WITHDRAWN, GivenBack.STOPPED, GivenBack.NOT_THIS_GROUP, GivenBack.GROUP_CLOSED);

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
                referral.neighbourhood(),
                Map.ofEntries(
                        Variables.REFERENCE.is(referral.reference().text()),
                        Variables.REFERRAL_ID.is(referral.id().toString()),
                        Variables.NEIGHBOURHOOD.is(referral.neighbourhood().toString()),
                        Variables.TEAM.is(EngineGroups.team(referral.team()))));
    }

    /** Follow-ups are counted from the first one, so only that one is told. */
    @EventListener
    void on(FirstSessionAttended attended) {
        if (attended.first()) {
            processes.tell(Messages.FIRST_SESSION_ATTENDED, attended.referral());
        }
    }

    /** In choosing groups. Where it was in a conversation, the answer itself leads to the call. */
    @EventListener
    void on(PersonSignposted signposted) {
        processes.tell(Messages.PERSON_SIGNPOSTED, signposted.referral());
    }

    @EventListener
    void on(ReferralSentBack sentBack) {
        if (sentBack.interrupts()) {
            processes.tell(Messages.REFERRAL_SENT_BACK, sentBack.referral());
        }
    }

    @EventListener
    void on(ReferralStopped stopped) {
        processes.tell(
                Messages.REFERRAL_STOPPED,
                stopped.referral(),
                Map.ofEntries(Variables.OUTCOME.is(stopped.why().outcome().word())));
    }

    /** Mail, reminder and phone did not help: the group is somebody else's to look after now. */
    @EventListener
    void on(OfferLapsed lapsed) {
        outbox.post(MessageKind.OFFER_LAPSED, lapsed.subject(), lapsed.id());
    }

    /** Before its offer the group does not know that anybody was thought of. */
    @EventListener
    void on(PlaceGivenBack given) {
        if (FROM_OUTSIDE.contains(given.why()) && groupWasAsked(new PlacementId(given.placement()))) {
            outbox.post(MessageKind.PLACE_GIVEN_BACK, given.placement(), given.id());
        }
    }

    private boolean groupWasAsked(PlacementId placement) {
        return placements.find(placement).answerBy().isPresent();
    }
}
