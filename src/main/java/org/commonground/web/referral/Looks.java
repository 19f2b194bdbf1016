package org.commonground.web.referral;

import org.commonground.account.Actor;
import org.commonground.platform.event.Events;
import org.commonground.referral.Referral;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Records every look at a referral's page. */
@Service
@Transactional
class Looks {

    private final Events events;

    Looks(Events events) {
        this.events = events;
    }

    /** Records that somebody has opened the page. */
    void look(Referral referral, Actor.SignedIn actor) {
        events.publish(ReferralLookedAt.by(actor, referral.id(), "page"));
    }
}
