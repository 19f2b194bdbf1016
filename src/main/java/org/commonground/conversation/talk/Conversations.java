package org.commonground.conversation.talk;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.commonground.account.Actor;
import org.commonground.conversation.Wishes;
import org.commonground.conversation.capacity.Advice;
import org.commonground.conversation.capacity.Advices;
import org.commonground.conversation.capacity.Doubt;
import org.commonground.conversation.measure.Measure;
import org.commonground.conversation.measure.Scores;
import org.commonground.conversation.notebook.Notebooks;
import org.commonground.conversation.talk.ConversationOutcome.Next;
import org.commonground.platform.refusal.Commands;
import org.commonground.platform.refusal.Refusal;
import org.commonground.platform.time.WorkingDays;
import org.commonground.referral.ReferralId;
import org.commonground.referral.Referrals;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Talking with the person about what matters to them. */
@Service
@Transactional
public class Conversations {

    private final ConversationRepository conversations;
    private final ConversationRules rules;
    private final Agreements agreements;
    private final ConversationOutcomes outcomes;
    private final Advices advices;
    private final Notebooks notebooks;
    private final Referrals referrals;
    private final WorkingDays days;

    Conversations(
            ConversationRepository conversations,
            ConversationRules rules,
            Agreements agreements,
            ConversationOutcomes outcomes,
            Advices advices,
            Notebooks notebooks,
            Referrals referrals,
            WorkingDays days) {
        this.conversations = conversations;
        this.rules = rules;
        this.agreements = agreements;
        this.outcomes = outcomes;
        this.advices = advices;
        this.notebooks = notebooks;
        this.referrals = referrals;
        this.days = days;
    }

    /**
     * Keeps what was said, and what was agreed to. Where it is in doubt whether the person can decide what they did, a
     * clinical supervisor is asked first, and we talk about it again.
     *
     * @throws Refusal for answers that are missing or make no sense; (conflict) for a referral that has ended
     */
    public ConversationOutcome hold(ReferralId id, HoldConversation said, Actor actor) {
        Commands.require(said);
        referrals.lockOpen(id);
        Optional<Advice> advice = advices.newest(id);
        Next next = said.next(advice);
        Scores scores = rules.requireFit(said, next, advice, referrals.personOf(id));

        Scores changed = scores.without(conversations.scores(id));
        conversations.insert(id, referrals.keyOf(id), said, next, changed, days.now(), actor.signature());
        notebooks.write(id, said.entry(), actor);
        agreements.keep(id, said.consents(), actor);
        return outcomes.follow(id, said, next, actor);
    }

    /** How the link worker last saw whether the person can decide; empty before they said. */
    @Transactional(readOnly = true)
    public Optional<Doubt> doubtOf(ReferralId id) {
        return conversations.doubt(id, referrals.keyOf(id));
    }

    /** What the person wants and needs; empty before we have talked. */
    @Transactional(readOnly = true)
    public Optional<Wishes> wishesOf(ReferralId id) {
        return conversations.wishes(id, referrals.keyOf(id));
    }

    /** What the person said in earlier conversations, so that nobody asks it again. */
    @Transactional(readOnly = true)
    public Wishes earlier(ReferralId id) {
        return conversations.earlier(id, referrals.keyOf(id));
    }

    /** When each measure was last answered as it stands now. */
    @Transactional(readOnly = true)
    public Map<Measure, LocalDate> askedOn(ReferralId id) {
        return conversations.askedOn(id);
    }

    /** How they felt when we last talked about it, measure by measure; empty before. */
    @Transactional(readOnly = true)
    public Scores scoresOf(ReferralId id) {
        return conversations.scores(id);
    }
}
