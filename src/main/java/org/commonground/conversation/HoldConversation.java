package org.commonground.conversation;

import jakarta.validation.constraints.NotNull;
import java.time.DayOfWeek;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.commonground.group.Need;
import org.commonground.group.Support;
import org.commonground.platform.personal.Narrative;
import org.commonground.platform.personal.PersonName;
import org.commonground.platform.personal.Written;
import org.commonground.platform.refusal.Refusal;
import org.commonground.referral.GivenBy;

/**
 * What a conversation brought. Where the person declines, nothing else is needed; the answers given are kept.
 *
 * @param whatMatters in the person's own words
 * @param satisfied to {@code lonely}: a number, or {@code not-asked-} and the reason, as {@link Answer#read} takes them
 * @param support what they need so that they can take part; may be empty
 * @param days the days that suit
 * @param times the parts of the day that suit
 * @param spending what they can spend each time; null where nobody said
 * @param alsoSpeaks languages they speak besides the one they speak best, with commas between them
 * @param shareRisks whether groups may be told of known risks
 * @param feedback whether the practice may hear how it goes
 * @param mail whether they want mails, and it is safe
 * @param text whether they want text messages, and it is safe
 * @param consentBy who answered the questions about consent
 * @param decidedBy who decided, where it was not the person
 * @param grounds evidence seen, or why it is in their best interests, where it was not the person
 */
public record HoldConversation(
        @NotNull(message = "Choose how the conversation ended")
        ConversationResult result,

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

        Boolean shareRisks,
        Boolean feedback,
        Boolean mail,
        Boolean text,
        GivenBy consentBy,

        @Written(upTo = 200, message = "The name must be 200 characters or less")
        PersonName decidedBy,

        @Written(upTo = 2000, message = "The grounds must be 2,000 characters or less")
        Narrative grounds) {

    public HoldConversation {
        needs = sorted(needs);
        support = sorted(support);
        days = sorted(days);
        times = sorted(times);
        consentBy = consentBy == null ? GivenBy.PERSON : consentBy;
    }

    /** How they feel. Refuses, together with all else that is missing, answers that are none. */
    Scores requireWhole() {
        Map<String, String> missing = new TreeMap<>();
        boolean goesAhead = result == ConversationResult.GO_AHEAD;
        Scores scores = scores(goesAhead, missing);
        if (goesAhead) {
            require(missing, "needs", "Choose at least one need", !needs.isEmpty());
            require(missing, "whatMatters", "Write down what matters to them", whatMatters != null);
            require(missing, "days", "Choose at least one day that suits", !days.isEmpty());
            require(missing, "times", "Choose at least one time of day that suits", !times.isEmpty());
            require(missing, "travel", "Choose how far they can travel", travel != null);
            require(missing, "shareRisks", "Say whether groups may be told of known risks", shareRisks != null);
            require(missing, "feedback", "Say whether the practice may hear how it goes", feedback != null);
            require(missing, "mail", "Say whether they want mails", mail != null);
            require(missing, "text", "Say whether they want text messages", text != null);
        }
        if (consentBy != GivenBy.PERSON) {
            require(missing, "decidedBy", "Say who decided for the person", decidedBy != null);
            require(
                    missing,
                    "grounds",
                    "Say what evidence was seen, or why it is in their best interests",
                    grounds != null);
        }
        if (!missing.isEmpty()) {
            throw Refusal.invalid(missing);
        }
        return scores;
    }

    private Scores scores(boolean all, Map<String, String> missing) {
        Map<Measure, String> choices =
                Scores.choices(satisfied, worthwhile, happy, anxious, companionship, leftOut, isolated, lonely);
        if (!all) {
            choices.values().removeIf(choice -> choice == null);
        }
        return Scores.read(choices, missing);
    }

    private static void require(Map<String, String> missing, String field, String message, boolean given) {
        if (!given) {
            missing.put(field, message);
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
