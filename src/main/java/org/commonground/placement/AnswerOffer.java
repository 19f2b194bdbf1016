package org.commonground.placement;

import jakarta.validation.constraints.NotNull;
import org.commonground.platform.personal.Narrative;
import org.commonground.platform.personal.PersonName;
import org.commonground.platform.personal.Written;

/**
 * The group's side of the safety check and its answer, in one matter.
 *
 * @param support whether the group can give the support that is needed
 * @param enoughPeople whether enough helpers will be there
 * @param placeSuits whether place and activity suit what the group was told
 * @param contactOnDay who looks after safety and safeguarding on the day; needed for a yes
 * @param declineReason needed for a no
 * @param note what else the team should know
 * @param spokenWith who in the group said this on the phone: needed where a link worker records it, else null
 */
public record AnswerOffer(
        @NotNull(message = "Say whether you can give the support needed")
        YesPartlyNo support,

        @NotNull(message = "Say whether enough helpers will be there")
        Boolean enoughPeople,

        @NotNull(message = "Say whether the place and what you do there suit")
        Boolean placeSuits,

        @Written(upTo = 200) PersonName contactOnDay,

        @NotNull(message = "Say yes or no") Answer answer,
        DeclineReason declineReason,

        @Written(upTo = 2000) Narrative note,

        @Written(upTo = 200) PersonName spokenWith) {

    /** Refuses answers that do not fit together; {@code byPhone} where a link worker records what an organiser said. */
    void requireWhole(boolean byPhone) {
        boolean yes = answer == Answer.ACCEPTED;
        new Answers()
                .need(
                        !yes || (support != YesPartlyNo.NO && enoughPeople && placeSuits),
                        "answer",
                        "One of the answers above is no, so the person could not be kept safe: change that answer, or say no"
                                + " this time")
                .needSaid(yes, contactOnDay, "contactOnDay", "Name who looks after safety and safeguarding on the day")
                .need(yes || declineReason != null, "declineReason", "Choose the reason")
                .needSaid(!yes && declineReason == DeclineReason.OTHER, note, "note", "Say what the other reason is")
                .needSaid(byPhone, spokenWith, "spokenWith", "Say who in the group gave you this answer")
                .refuseIfWrong();
    }

    /** The organiser's own answer: nobody was phoned. */
    AnswerOffer withoutPhone() {
        return new AnswerOffer(support, enoughPeople, placeSuits, contactOnDay, answer, declineReason, note, null);
    }
}
