package org.commonground.followup;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.Map;
import org.commonground.conversation.measure.MeasureChoices;
import org.commonground.conversation.measure.Scores;
import org.commonground.conversation.notebook.Entry;
import org.commonground.platform.Flat;
import org.commonground.platform.personal.Narrative;
import org.commonground.platform.personal.Written;
import org.commonground.platform.refusal.Problems;

/**
 * What a look-back with the person brought. Where they were not reached only how it was tried is kept, and the next
 * look-back comes as planned.
 *
 * @param stillGoing whether they still go to a group
 * @param howItGoes in the person's own words
 * @param whatNext what was agreed
 * @param chooseGroups after being signposted: whether they would like to choose groups together after all
 * @param consentReminded whether they were reminded that they may change their mind about what is shared
 */
public record HoldFollowUp(
        @NotNull(message = "Say whether you reached them") Boolean reached,

        @NotNull(message = "Choose how you reached them or tried to")
        FollowUpWay way,

        StillGoing stillGoing,

        @Written(upTo = 4000, message = "How it goes must be 4,000 characters or less")
        Narrative howItGoes,

        @Written(upTo = 4000, message = "What comes next must be 4,000 characters or less")
        Narrative whatNext,

        @Flat @Valid Entry entry,
        @Flat @Valid MeasureChoices measures,
        Boolean consentReminded,
        Boolean chooseGroups) {

    public HoldFollowUp {
        entry = entry == null ? Entry.NOTHING : entry;
        measures = measures == null ? MeasureChoices.NOTHING : measures;
    }

    /** Somebody who was not reached. */
    public static HoldFollowUp notReached(FollowUpWay way) {
        return new HoldFollowUp(false, way, null, null, null, null, null, null, null);
    }

    /** What the notebook gains; nothing where they were not reached. */
    Entry noted() {
        return reached ? entry : Entry.NOTHING;
    }

    /** How they feel; none where they were not reached. Refuses all that is missing or makes no sense at once. */
    Scores requireWhole(LocalDate today) {
        if (!reached) {
            return new Scores(Map.of());
        }
        Problems missing = new Problems();
        missing.needSaid(stillGoing, "stillGoing", "Choose whether they still go");
        missing.needSaid(howItGoes, "howItGoes", "Write down how it goes");
        missing.needSaid(whatNext, "whatNext", "Write down what comes next");
        missing.needSaid(consentReminded, "consentReminded", "Say whether you reminded them of their choice");
        Scores scores = measures.all(missing);
        entry().check(today, missing);
        missing.refuseIfWrong();
        return scores;
    }

    /** Hides what somebody said about themselves. */
    @Override
    public String toString() {
        return "HoldFollowUp[reached=" + reached + "]";
    }
}
