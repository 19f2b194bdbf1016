package org.commonground.conversation.talk;

import jakarta.validation.constraints.NotNull;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.commonground.conversation.DeclinedBecause;
import org.commonground.conversation.PartOfDay;
import org.commonground.conversation.Spending;
import org.commonground.conversation.Travel;
import org.commonground.conversation.appointment.Meeting;
import org.commonground.conversation.capacity.Advice;
import org.commonground.conversation.capacity.MentalCapacity;
import org.commonground.conversation.measure.Measure;
import org.commonground.conversation.measure.Scores;
import org.commonground.conversation.notebook.Entry;
import org.commonground.conversation.signpost.Signpost;
import org.commonground.conversation.signpost.SignpostedHow;
import org.commonground.group.Need;
import org.commonground.group.Support;
import org.commonground.platform.personal.Narrative;
import org.commonground.platform.personal.PersonName;
import org.commonground.platform.personal.Written;
import org.commonground.platform.refusal.Problems;
import org.commonground.referral.consent.GivenBy;
import org.commonground.referral.consent.Purpose;

/**
 * What a conversation brought. Only to go ahead everything is needed; what was said otherwise is kept and need not be
 * asked again.
 *
 * @param conversationOn to {@code conversationPlace}: when and where we talk again
 * @param askAgainOn the day to ask again, where they are not ready
 * @param declinedBecause why, where they decline
 * @param signpostedTo to {@code signpostedHow}: where they were signposted to, why, and how they were told
 * @param capacity whether they understand what is proposed and can decide; null where it was not asked
 * @param capacityNote what makes the link worker doubt it
 * @param askAdviceAgain ticked where earlier advice no longer fits
 * @param whatMatters in the person's own words
 * @param satisfied to {@code lonely}: a number, or {@code not-asked-} and the reason, as {@code MeasureAnswer.read} takes them
 * @param support what they need so that they can take part; may be empty
 * @param days the days that suit
 * @param times the parts of the day that suit
 * @param spending what they can spend each time; null where nobody said
 * @param alsoSpeaks languages they speak besides the one they speak best, with commas between them
 * @param shareRisks whether groups may be told of known risks
 * @param feedback whether the practice may hear how it goes
 * @param mail whether they want mails, and it is safe
 * @param text whether they want text messages, and it is safe
 * @param referBy to {@code textBy}: who gave each of these answers; the person where nobody else is said
 * @param decidedBy who decided, where it was not the person
 * @param grounds evidence seen, or why it is in their best interests, where it was not the person
 * @param note what to remember, for whoever talks with the person next
 * @param goals what they want, one on a line, all that hold now
 * @param newActions what was agreed, one on a line: what, who, by when
 * @param doneActions earlier actions that are done
 */
public record HoldConversation(
        @NotNull(message = "Choose how the conversation ended")
        ConversationResult result,

        LocalDate conversationOn,
        LocalTime conversationAt,

        @Written(upTo = 200, message = "Where you talk must be 200 characters or less")
        Narrative conversationPlace,

        LocalDate askAgainOn,
        DeclinedBecause declinedBecause,

        @Written(upTo = 500, message = "Where they were signposted to must be 500 characters or less")
        Narrative signpostedTo,

        @Written(upTo = 1000, message = "Why must be 1,000 characters or less")
        Narrative signpostedWhy,

        SignpostedHow signpostedHow,
        MentalCapacity capacity,

        @Written(upTo = 2000, message = "What makes you doubt it must be 2,000 characters or less")
        Narrative capacityNote,

        Boolean askAdviceAgain,

        List<Need> needs,

        @Written(upTo = 4000, message = "What matters must be 4,000 characters or less")
        Narrative whatMatters,

        String satisfied,
        String worthwhile,
        String happy,
        String anxious,
        String companionship,
        String leftOut,
        String isolated,
        String lonely,
        List<Support> support,
        List<DayOfWeek> days,
        List<PartOfDay> times,
        Travel travel,
        Spending spending,

        @Written(upTo = 200, message = "Other languages must be 200 characters or less")
        Narrative alsoSpeaks,

        GivenBy referBy,
        Boolean shareRisks,
        GivenBy shareRisksBy,
        Boolean feedback,
        GivenBy feedbackBy,
        Boolean mail,
        GivenBy mailBy,
        Boolean text,
        GivenBy textBy,

        @Written(upTo = 200, message = "The name must be 200 characters or less")
        PersonName decidedBy,

        @Written(upTo = 2000, message = "The grounds must be 2,000 characters or less")
        Narrative grounds,

        @Written(upTo = 4000, message = "The note must be 4,000 characters or less")
        Narrative note,

        @Written(upTo = 4000, message = "The goals must be 4,000 characters or less")
        Narrative goals,

        @Written(upTo = 4000, message = "The actions must be 4,000 characters or less")
        Narrative newActions,

        List<UUID> doneActions) {

    public HoldConversation {
        needs = sorted(needs);
        support = sorted(support);
        days = sorted(days);
        times = sorted(times);
    }

    /** What follows, given what was advised before. Where they decide something that we doubt, advice comes first. */
    ConversationOutcome.Next next(Optional<Advice> before) {
        boolean decides = result != ConversationResult.TALK_AGAIN && result != ConversationResult.NOT_READY;
        boolean unadvised = before.isEmpty() || Boolean.TRUE.equals(askAdviceAgain);
        return decides && isDoubted() && unadvised
                ? ConversationOutcome.Next.ASK_ADVICE
                : ConversationOutcome.Next.valueOf(result.name());
    }

    private boolean isDoubted() {
        return capacity == MentalCapacity.NO || capacity == MentalCapacity.IN_DOUBT;
    }

    /**
     * One answer about consent.
     *
     * @param field its field in the form; who gave it stands in the field of that name and {@code By}
     */
    record Agreed(String field, Purpose purpose, boolean given, GivenBy by) {}

    /** Every answer about consent that was given; to be referred at all they agree as long as they do not withdraw. */
    List<Agreed> agreed() {
        return Stream.of(
                        agreed("refer", Purpose.REFER, referBy == null ? null : true, referBy),
                        agreed("shareRisks", Purpose.SHARE_RISKS, shareRisks, shareRisksBy),
                        agreed("feedback", Purpose.FEEDBACK, feedback, feedbackBy),
                        agreed("mail", Purpose.MAIL, mail, mailBy),
                        agreed("text", Purpose.TEXT, text, textBy))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<Agreed> agreed(String field, Purpose purpose, Boolean given, GivenBy by) {
        return given == null
                ? Optional.empty()
                : Optional.of(new Agreed(field, purpose, given, by == null ? GivenBy.PERSON : by));
    }

    Entry entry() {
        return new Entry(note, goals, newActions, doneActions);
    }

    Meeting meeting() {
        return new Meeting(conversationOn, conversationAt, conversationPlace, null);
    }

    Signpost signpost() {
        return new Signpost(signpostedTo, signpostedWhy, signpostedHow);
    }

    /** How they feel; says in {@code problems} which answers are none, and to go ahead which are missing. */
    Scores scores(boolean all, Problems problems) {
        Map<Measure, String> choices =
                Scores.choices(satisfied, worthwhile, happy, anxious, companionship, leftOut, isolated, lonely);
        if (!all) {
            choices.values().removeIf(choice -> choice == null);
        }
        return Scores.read(choices, problems);
    }

    /** Says in {@code missing} what else is needed to go ahead. */
    void requireWhole(Problems missing) {
        missing.needSaid(capacity, "capacity", "Say whether they understand what is proposed and can decide");
        missing.need(!needs.isEmpty(), "needs", "Choose at least one need");
        missing.needSaid(whatMatters, "whatMatters", "Write down what matters to them");
        missing.need(!days.isEmpty(), "days", "Choose at least one day that suits");
        missing.need(!times.isEmpty(), "times", "Choose at least one time of day that suits");
        missing.needSaid(travel, "travel", "Choose how far they can travel");
        missing.needSaid(shareRisks, "shareRisks", "Say whether groups may be told of known risks");
        missing.needSaid(feedback, "feedback", "Say whether the practice may hear how it goes");
        missing.needSaid(mail, "mail", "Say whether they want mails");
        missing.needSaid(text, "text", "Say whether they want text messages");
    }

    /** Says in {@code missing} who decided, where it was not the person, and on what grounds; and what is doubted. */
    void requireGrounds(Problems missing) {
        if (isDoubted()) {
            missing.needSaid(capacityNote, "capacityNote", "Say what makes you doubt it");
        }
        if (agreed().stream().anyMatch(answer -> answer.by() != GivenBy.PERSON)) {
            missing.needSaid(decidedBy, "decidedBy", "Say who decided for the person");
            missing.needSaid(grounds, "grounds", "Say what evidence was seen, or why it is in their best interests");
        }
    }

    private static <T extends Comparable<T>> List<T> sorted(List<T> values) {
        return values == null ? List.of() : values.stream().distinct().sorted().toList();
    }

    /** Hides everything the person said. */
    @Override
    public String toString() {
        return "HoldConversation[result=" + result + "]";
    }
}
