package org.commonground.placement.offer;

import java.time.Clock;
import java.util.List;
import org.commonground.account.Actor;
import org.commonground.account.Actors;
import org.commonground.placement.Placement;
import org.commonground.placement.PlacementId;
import org.commonground.placement.PlacementLocks;
import org.commonground.placement.PlacementState;
import org.commonground.placement.Placements;
import org.commonground.platform.event.Events;
import org.commonground.platform.refusal.Commands;
import org.commonground.platform.refusal.Refusal;
import org.commonground.referral.Referrals;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What groups ask before they decide, and what the team answers. While a question waits the place stays held and the
 * offer's clock stands still. Question and answer are about a person: they are never in a mail.
 */
@Service
@Transactional
public class GroupQuestions {

    /** Working days that organisers have at least to decide when their question has been answered. */
    private static final int LEFT_TO_DECIDE = 2;

    private final GroupQuestionRepository questions;
    private final Placements placements;
    private final PlacementLocks locks;
    private final OfferClock clock;
    private final Referrals referrals;
    private final Events events;
    private final Clock time;

    GroupQuestions(
            GroupQuestionRepository questions,
            Placements placements,
            PlacementLocks locks,
            OfferClock clock,
            Referrals referrals,
            Events events,
            Clock time) {
        this.questions = questions;
        this.placements = placements;
        this.locks = locks;
        this.clock = clock;
        this.referrals = referrals;
        this.events = events;
        this.time = time;
    }

    /** For an offer that this room has locked. */
    void ask(Placement offer, AnswerOffer command, Actor actor) {
        questions.insert(
                offer.id(),
                command.question(),
                command.spokenWith(),
                referrals.keyOf(offer.referral()),
                Actors.signer(actor),
                time.instant());
        clock.stop(offer);
        events.publish(QuestionAsked.of(offer, actor));
    }

    /**
     * Answers the question that waits: the group is to decide again, and has as long for it as it had when it asked.
     *
     * @throws Refusal (conflict) where none waits any more, and while the referral is paused
     */
    public void answer(PlacementId id, AnswerQuestion command, Actor actor) {
        Commands.require(command);
        Placement offer = locks.lock(id, PlacementState.OFFERED);
        locks.requireNotPaused(offer.referral());
        boolean waited = questions.reply(
                id, command.reply(), referrals.keyOf(offer.referral()), Actors.signer(actor), time.instant());
        if (!waited) {
            throw Refusal.conflict("This question has been answered already");
        }
        clock.goOn(offer, LEFT_TO_DECIDE);
        events.publish(QuestionAnswered.of(offer, actor));
    }

    /** What was asked about a placement, the first question first, for its team and its group. */
    @Transactional(readOnly = true)
    public List<GroupQuestion> of(PlacementId id) {
        return questions.of(id, referrals.keyOf(placements.find(id).referral()));
    }

    /** Whether the team owes the group an answer. */
    @Transactional(readOnly = true)
    public boolean waits(PlacementId id) {
        return questions.waits(id);
    }
}
