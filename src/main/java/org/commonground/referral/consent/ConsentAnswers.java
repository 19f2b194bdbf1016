package org.commonground.referral.consent;

import java.time.Clock;
import java.util.List;
import org.commonground.account.Actor;
import org.commonground.group.GroupId;
import org.commonground.platform.event.Events;
import org.commonground.platform.personal.SubjectKey;
import org.commonground.platform.refusal.Commands;
import org.commonground.referral.ReferralId;
import org.commonground.referral.Referrals;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What was agreed to in a referral, purpose by purpose: answers are added, never changed. */
@Service
@Transactional
public class ConsentAnswers {

    private final ConsentRepository consents;
    private final Referrals referrals;
    private final Events events;
    private final Clock clock;

    ConsentAnswers(ConsentRepository consents, Referrals referrals, Events events, Clock clock) {
        this.consents = consents;
        this.referrals = referrals;
        this.events = events;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public Consents of(ReferralId id) {
        return consents.of(id, referrals.keyOf(id));
    }

    /**
     * Records an answer about consent. One that takes back what was given before is told upwards. Withdrawing
     * {@link Purpose#REFER} ends the referral: the caller has locked its groups, and gives the places back in the same
     * transaction.
     */
    public void answer(ReferralId id, AnswerConsent answer, Actor actor) {
        Commands.require(answer);
        referrals.lock(id);
        boolean before = isGiven(id, answer.purpose(), answer.group());
        consents.insert(id, referrals.keyOf(id), answer, clock.instant(), actor);
        if (before && !answer.given()) {
            events.publish(ConsentWithdrawn.by(actor, id, answer.purpose(), answer.group()));
        }
    }

    /** What was answered before there was a referral, with the person's key. */
    public void first(ReferralId id, List<AnswerConsent> answers, SubjectKey key, Actor actor) {
        answers.forEach(answer -> consents.insert(id, key, Commands.require(answer), clock.instant(), actor));
    }

    /**
     * Takes back a consent that was given, as the person asked; where it was not, nothing changes. What is said at
     * {@link #answer} about {@link Purpose#REFER} holds here too.
     *
     * @param group for {@link Purpose#SHARE_WITH_GROUP} alone, else null
     */
    public void withdraw(ReferralId id, Purpose purpose, GroupId group, Actor actor) {
        if (isGiven(id, purpose, group)) {
            answer(id, new AnswerConsent(purpose, group, false, GivenBy.PERSON, null, null), actor);
        }
    }

    private boolean isGiven(ReferralId id, Purpose purpose, GroupId group) {
        return of(id).newest(purpose, group).map(Consent::given).orElse(false);
    }
}
