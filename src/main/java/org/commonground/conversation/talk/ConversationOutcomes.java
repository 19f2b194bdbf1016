package org.commonground.conversation.talk;

import java.time.Instant;
import org.commonground.account.Actor;
import org.commonground.conversation.PersonDeclined;
import org.commonground.conversation.PersonNotReady;
import org.commonground.conversation.PlannedDay;
import org.commonground.conversation.appointment.Appointments;
import org.commonground.conversation.capacity.AdviceAsked;
import org.commonground.conversation.code.Codes;
import org.commonground.conversation.signpost.Signpostings;
import org.commonground.conversation.talk.ConversationOutcome.Next;
import org.commonground.platform.event.Events;
import org.commonground.referral.ReferralId;
import org.commonground.referral.Referrals;
import org.commonground.referral.Standing;
import org.springframework.stereotype.Component;

/** What follows from a conversation: the referral stands there, and whoever listens hears of it. */
@Component
class ConversationOutcomes {

    private final Appointments appointments;
    private final Signpostings signpostings;
    private final Codes codes;
    private final Referrals referrals;
    private final Events events;

    ConversationOutcomes(
            Appointments appointments, Signpostings signpostings, Codes codes, Referrals referrals, Events events) {
        this.appointments = appointments;
        this.signpostings = signpostings;
        this.codes = codes;
        this.referrals = referrals;
        this.events = events;
    }

    ConversationOutcome follow(ReferralId id, HoldConversation said, Next next, Actor actor) {
        switch (next) {
            case GO_AHEAD -> {
                codes.agreed(id);
                referrals.stands(id, Standing.CHOOSING);
                events.publish(ConversationHeld.by(actor, id));
            }
            case TALK_AGAIN -> {
                Instant at = appointments.agree(id, said.meeting(), null, actor);
                events.publish(TalkAgainAgreed.by(actor, id));
                return new ConversationOutcome(next, at, null);
            }
            case NOT_READY -> {
                referrals.stands(id, Standing.REACHING);
                events.publish(PersonNotReady.by(actor, id));
                return new ConversationOutcome(next, null, PlannedDay.startOf(said.askAgainOn()));
            }
            case SIGNPOSTED -> signpostings.record(id, said.signpost(), actor);
            case DECLINED -> {
                codes.declined(id);
                events.publish(PersonDeclined.by(actor, id, said.declinedBecause()));
            }
            case ASK_ADVICE -> events.publish(AdviceAsked.by(actor, id));
        }
        return ConversationOutcome.of(next);
    }
}
