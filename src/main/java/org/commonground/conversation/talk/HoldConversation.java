package org.commonground.conversation.talk;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.Optional;
import org.commonground.conversation.DeclinedBecause;
import org.commonground.conversation.Wishes;
import org.commonground.conversation.appointment.Meeting;
import org.commonground.conversation.capacity.Advice;
import org.commonground.conversation.capacity.Doubt;
import org.commonground.conversation.measure.MeasureChoices;
import org.commonground.conversation.measure.Scores;
import org.commonground.conversation.notebook.Entry;
import org.commonground.conversation.signpost.Signpost;
import org.commonground.platform.Flat;
import org.commonground.platform.refusal.Problems;

/**
 * What a conversation brought. Only to go ahead everything is needed; what was said otherwise is kept and need not be
 * asked again.
 *
 * @param meeting when and where we talk again
 * @param askAgainOn the day to ask again, where they are not ready
 * @param declinedBecause why, where they decline
 * @param askAdviceAgain ticked where earlier advice no longer fits
 */
public record HoldConversation(
        @NotNull(message = "Choose how the conversation ended")
        ConversationResult result,

        @Flat @Valid Meeting meeting,
        LocalDate askAgainOn,
        DeclinedBecause declinedBecause,
        @Flat @Valid Signpost signpost,
        @Flat @Valid Doubt doubt,
        Boolean askAdviceAgain,
        @Flat @Valid Wishes wishes,
        @Flat @Valid MeasureChoices measures,
        @Flat @Valid ConsentsSaid consents,
        @Flat @Valid Entry entry) {

    public HoldConversation {
        meeting = meeting == null ? Meeting.NONE : meeting;
        signpost = signpost == null ? Signpost.NOWHERE : signpost;
        doubt = doubt == null ? Doubt.NOT_ASKED : doubt;
        wishes = wishes == null ? Wishes.NOTHING : wishes;
        measures = measures == null ? MeasureChoices.NOTHING : measures;
        consents = consents == null ? ConsentsSaid.NOTHING : consents;
        entry = entry == null ? Entry.NOTHING : entry;
    }

    /** What follows, given what was advised before. Where they decide something that we doubt, advice comes first. */
    ConversationOutcome.Next next(Optional<Advice> before) {
        boolean decides = result != ConversationResult.TALK_AGAIN && result != ConversationResult.NOT_READY;
        boolean unadvised = before.isEmpty() || Boolean.TRUE.equals(askAdviceAgain);
        return decides && doubt.isDoubted() && unadvised
                ? ConversationOutcome.Next.ASK_ADVICE
                : ConversationOutcome.Next.valueOf(result.name());
    }

    /** How they feel; says in {@code problems} which answers are none, and to go ahead which are missing. */
    Scores scores(boolean all, Problems problems) {
        return all ? measures.all(problems) : measures.given(problems);
    }

    /** Says in {@code missing} what else is needed to go ahead. */
    void requireWhole(Problems missing) {
        missing.needSaid(doubt.capacity(), "capacity", "Say whether they understand what is proposed and can decide")
                .need(!wishes.needs().isEmpty(), "needs", "Choose at least one need")
                .needSaid(wishes.whatMatters(), "whatMatters", "Write down what matters to them")
                .need(!wishes.days().isEmpty(), "days", "Choose at least one day that suits")
                .need(!wishes.times().isEmpty(), "times", "Choose at least one time of day that suits")
                .needSaid(wishes.travel(), "travel", "Choose how far they can travel");
        consents.requireAll(missing);
    }

    /** Says in {@code missing} who decided, where it was not the person, and on what grounds; and what is doubted. */
    void requireGrounds(Problems missing) {
        if (doubt.isDoubted()) {
            missing.needSaid(doubt.capacityNote(), "capacityNote", "Say what makes you doubt it");
        }
        consents.requireGrounds(missing);
    }

    /** Hides everything the person said. */
    @Override
    public String toString() {
        return "HoldConversation[result=" + result + "]";
    }
}
