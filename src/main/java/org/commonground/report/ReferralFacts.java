package org.commonground.report;

import org.commonground.conversation.Wishes;
import org.commonground.conversation.reach.PersonReached;
import org.commonground.conversation.talk.ConversationHeld;
import org.commonground.conversation.talk.Conversations;
import org.commonground.crisis.CrisisDeclared;
import org.commonground.followup.FollowUpHeld;
import org.commonground.followup.FollowUps;
import org.commonground.person.Person;
import org.commonground.placement.firstsession.FirstSessionAttended;
import org.commonground.placement.match.District;
import org.commonground.placement.offer.OfferMade;
import org.commonground.platform.event.DomainEvent;
import org.commonground.platform.time.WorkingDays;
import org.commonground.referral.Referral;
import org.commonground.referral.ReferralClosed;
import org.commonground.referral.ReferralId;
import org.commonground.referral.Referrals;
import org.commonground.referral.Request;
import org.commonground.referral.Urgency;
import org.commonground.referral.details.Detail;
import org.commonground.referral.details.DetailsChanged;
import org.commonground.referral.intake.ReferralReceived;
import org.commonground.referral.linkworker.LinkWorkerChanged;
import org.commonground.referral.linkworker.LinkWorkers;
import org.commonground.referral.triage.ReferralTriaged;
import org.commonground.report.ReferralFactRepository.Day;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes one row of facts for each referral as things happen, in the transaction in which they do. What figures need is
 * read once here, where the person is known; a figure reads the facts alone.
 */
@Component
public class ReferralFacts {

    private final ReferralFactRepository facts;
    private final Referrals referrals;
    private final LinkWorkers linkWorkers;
    private final Conversations conversations;
    private final FollowUps followUps;
    private final WorkingDays days;

    ReferralFacts(
            ReferralFactRepository facts,
            Referrals referrals,
            LinkWorkers linkWorkers,
            Conversations conversations,
            FollowUps followUps,
            WorkingDays days) {
        this.facts = facts;
        this.referrals = referrals;
        this.linkWorkers = linkWorkers;
        this.conversations = conversations;
        this.followUps = followUps;
        this.days = days;
    }

    /**
     * What erasure does with the facts of a referral: they stay, and tell nobody's story. Days become the first day of
     * their quarter; district, ethnicity and needs stay only where at least eight rows share them.
     */
    @Transactional
    public void cutLoose(ReferralId referral) {
        facts.cutLoose(referral);
    }

    @EventListener
    void on(ReferralReceived received) {
        Referral referral = referrals.find(new ReferralId(received.referral()));
        Person person = referrals.personOf(referral.id());
        Request request = referrals.requestOf(referral.id());
        facts.insert(
                referral,
                person,
                district(person),
                AgeGroup.of(person.born().ageOn(days.today())),
                request.needs(),
                request.support(),
                days.today());
    }

    @EventListener
    void on(DetailsChanged changed) {
        if (changed.detail() == Detail.ADDRESS) {
            ReferralId id = new ReferralId(changed.referral());
            facts.district(id, district(referrals.personOf(id)));
        }
    }

    @EventListener({ReferralTriaged.class, CrisisDeclared.class})
    void urgency(DomainEvent settled) {
        Referral referral = referrals.find(new ReferralId(settled.referral()));
        facts.urgency(referral.id(), referral.urgency().map(Urgency::word).orElse(null));
    }

    @EventListener
    void on(LinkWorkerChanged changed) {
        ReferralId id = new ReferralId(changed.referral());
        facts.linkWorker(id, linkWorkers.of(id).orElse(null));
    }

    @EventListener
    void on(PersonReached reached) {
        facts.first(new ReferralId(reached.referral()), Day.FIRST_CONTACT, days.today());
    }

    /** They go ahead: what they need, in their own words by now, and how they feel before anything has begun. */
    @EventListener
    void on(ConversationHeld held) {
        ReferralId id = new ReferralId(held.referral());
        Wishes wishes = conversations.wishesOf(id).orElse(Wishes.NOTHING);
        facts.wishes(id, wishes.needs(), wishes.support());
        facts.scores(id, 0, conversations.scoresOf(id));
    }

    @EventListener
    void on(OfferMade made) {
        facts.first(new ReferralId(made.referral()), Day.OFFER, days.today());
    }

    @EventListener
    void on(FirstSessionAttended attended) {
        facts.first(new ReferralId(attended.referral()), Day.SESSION, attended.on());
    }

    @EventListener
    void on(FollowUpHeld held) {
        facts.scores(new ReferralId(held.referral()), held.week(), followUps.scoresOf(held.plan(), held.week()));
    }

    @EventListener
    void on(ReferralClosed closed) {
        facts.closed(new ReferralId(closed.referral()), closed.outcome(), days.today());
    }

    private static String district(Person person) {
        return person.address().flatMap(District::of).orElse(null);
    }
}
