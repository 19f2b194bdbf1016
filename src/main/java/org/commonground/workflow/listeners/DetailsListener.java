package org.commonground.workflow.listeners;

import java.time.Clock;
import org.commonground.conversation.appointment.Appointments;
import org.commonground.correspondence.MessageKind;
import org.commonground.correspondence.outbox.Outbox;
import org.commonground.placement.PlacementState;
import org.commonground.placement.Placements;
import org.commonground.referral.ReferralId;
import org.commonground.referral.details.DetailsChanged;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * A new mail address hears of the appointments that are still to come. Whether the person may be written to is asked when
 * the mail is made; what somebody is to post or to say is looked at again as soon as the ways to the person change.
 */
@Component
class DetailsListener {

    private final Appointments appointments;
    private final Placements placements;
    private final Outbox outbox;
    private final Clock clock;

    DetailsListener(Appointments appointments, Placements placements, Outbox outbox, Clock clock) {
        this.appointments = appointments;
        this.placements = placements;
        this.outbox = outbox;
        this.clock = clock;
    }

    @EventListener
    void on(DetailsChanged changed) {
        switch (changed.detail()) {
            case MAIL -> tellNewAddress(changed);
            case ADDRESS, PHONE, SAFE_WAYS -> outbox.waysChanged(changed.referral());
            case NAME, CALLED_NAME, LANGUAGE, TIMES, PRACTICE -> {}
        }
    }

    private void tellNewAddress(DetailsChanged changed) {
        ReferralId referral = new ReferralId(changed.referral());
        appointments
                .of(referral)
                .filter(appointment -> appointment.at().isAfter(clock.instant()))
                .ifPresent(appointment -> outbox.postToNewAddress(
                        MessageKind.CONVERSATION_APPOINTMENT, changed.referral(), changed.id()));
        placements.open(referral).stream()
                .filter(placement -> placement.state() == PlacementState.AGREED)
                .filter(placement -> placement
                        .firstSession()
                        .filter(session -> session.start().isAfter(clock.instant()))
                        .isPresent())
                .forEach(placement -> outbox.postToNewAddress(
                        MessageKind.FIRST_SESSION_APPOINTMENT, placement.id().value(), changed.id()));
    }
}
