package org.commonground.referral.triage;

import org.commonground.account.Actor;
import org.commonground.neighbourhood.Neighbourhoods;
import org.commonground.platform.event.Events;
import org.commonground.platform.time.WorkingDays;
import org.commonground.referral.Referral;
import org.commonground.referral.ReferralId;
import org.commonground.referral.ReferralRepository;
import org.commonground.referral.ReferralSentBack;
import org.commonground.referral.Referrals;
import org.commonground.referral.RiskLevel;
import org.commonground.referral.SentBackReason;
import org.commonground.referral.Urgency;
import org.commonground.referral.duplicate.Duplicates;
import org.commonground.referral.duplicate.Requests;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where a new referral goes, and how soon the person should be reached. */
@Service
@Transactional
public class Triage {

    private final Referrals referrals;
    private final ReferralRepository rows;
    private final Requests requests;
    private final Duplicates duplicates;
    private final Neighbourhoods neighbourhoods;
    private final WorkingDays days;
    private final Events events;

    Triage(
            Referrals referrals,
            ReferralRepository rows,
            Requests requests,
            Duplicates duplicates,
            Neighbourhoods neighbourhoods,
            WorkingDays days,
            Events events) {
        this.referrals = referrals;
        this.rows = rows;
        this.requests = requests;
        this.duplicates = duplicates;
        this.neighbourhoods = neighbourhoods;
        this.days = days;
        this.events = events;
    }

    /** What the decision table {@code triage} is told. */
    @Transactional(readOnly = true)
    public TriageFacts facts(ReferralId id) {
        Referral referral = referrals.find(id);
        return new TriageFacts(
                referral.requestedUrgency(),
                requests.of(id).risk().level() != RiskLevel.NONE,
                referrals.personOf(id).born().ageOn(days.today()),
                neighbourhoods.numbersOf(referral.neighbourhood()).youngestAge(),
                duplicates.anyOpen(id));
    }

    /**
     * Settles where the referral goes and how soon the person should be reached. It stands as received until somebody
     * has tried, and is closed as sent back by the process where the person is too young.
     */
    public void settle(ReferralId id, Triaged triaged, Actor actor) {
        referrals.lock(id);
        rows.triaged(id, triaged.urgency());
        events.publish(ReferralTriaged.by(actor, id));
        if (triaged.route() == TriageRoute.TOO_YOUNG) {
            rows.sentBack(id, SentBackReason.TOO_YOUNG);
            events.publish(ReferralSentBack.by(actor, id, SentBackReason.TOO_YOUNG, false));
        }
    }

    /** Makes an open referral urgent, where it is not. */
    public void rise(ReferralId id) {
        referrals.lock(id);
        rows.triaged(id, Urgency.URGENT);
    }
}
