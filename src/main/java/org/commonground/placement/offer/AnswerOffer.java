package org.commonground.placement.offer;

import java.time.LocalDate;
import org.commonground.platform.personal.Narrative;
import org.commonground.platform.personal.PersonName;
import org.commonground.platform.personal.Written;
import org.commonground.platform.refusal.Problems;

/**
 * The group's side of the safety check and its answer, in one matter.
 *
 * @param support whether the group can give the support that is needed; this and the next two are needed for a yes and
 *     for a no, but neither for a question nor for a not now
 * @param enoughPeople whether enough helpers will be there
 * @param placeSuits whether place and activity suit what the group was told
 * @param contactOnDay who looks after safety and safeguarding on the day; needed for a yes
 * @param conditionKind what the group asks for; needed for a yes with conditions, as is {@code conditions}
 * @param conditions the same in words that can be put to the person
 * @param question what the group wants to know; needed where it asks first
 * @param declineReason needed for a no and a not now
 * @param tryAgainFrom from which day the group may be asked again; needed for a not now
 * @param note what else the team should know
 * @param spokenWith who in the group said this on the phone: needed where a link worker records it, else null
 */
public record AnswerOffer(
        YesPartlyNo support,
        Boolean enoughPeople,
        Boolean placeSuits,

        @Written(upTo = 200) PersonName contactOnDay,

        OfferAnswer answer,
        ConditionKind conditionKind,

        @Written(upTo = 2000) Narrative conditions,

        @Written(upTo = 2000) Narrative question,

        DeclineReason declineReason,
        LocalDate tryAgainFrom,

        @Written(upTo = 2000) Narrative note,

        @Written(upTo = 200) PersonName spokenWith) {

    private static final int FARTHEST_MONTHS = 12;

    /**
     * Refuses answers that do not fit together.
     *
     * @param byPhone where a link worker records what an organiser said
     */
    public void requireWhole(boolean byPhone, LocalDate today) {
        boolean yes = answer != null && answer.isYes();
        boolean conditional = answer == OfferAnswer.ACCEPTED_WITH_CONDITIONS;
        boolean no = answer != null && answer.isNo();
        boolean later = answer == OfferAnswer.NOT_NOW;
        Problems answers = new Problems().need(answer != null, "answer", "Say what your answer is");
        if (answer != OfferAnswer.ASKED && answer != OfferAnswer.NOT_NOW) {
            requireChecked(answers, yes);
        }
        answers.needSaid(yes, contactOnDay, "contactOnDay", "Name who looks after safety and safeguarding on the day")
                .need(!conditional || conditionKind != null, "conditionKind", "Choose what you ask for")
                .needSaid(conditional, conditions, "conditions", "Write down your conditions")
                .needSaid(answer == OfferAnswer.ASKED, question, "question", "Write down your question")
                .need(!no || declineReason != null, "declineReason", "Choose the reason")
                .need(!later || tryAgainFrom != null, "tryAgainFrom", "Say from which day you may be asked again")
                .need(
                        !later || tryAgainFrom == null || tryAgainFrom.isAfter(today),
                        "tryAgainFrom",
                        "Give a day after today")
                .need(
                        !later || tryAgainFrom == null || !tryAgainFrom.isAfter(today.plusMonths(FARTHEST_MONTHS)),
                        "tryAgainFrom",
                        "The day must be within twelve months; else say no this time")
                .needSaid(no && declineReason == DeclineReason.OTHER, note, "note", "Say what the other reason is")
                .needSaid(byPhone, spokenWith, "spokenWith", "Say who in the group gave you this answer")
                .refuseIfWrong();
    }

    private void requireChecked(Problems answers, boolean yes) {
        answers.need(support != null, "support", "Say whether you can give the support needed")
                .need(enoughPeople != null, "enoughPeople", "Say whether enough helpers will be there")
                .need(placeSuits != null, "placeSuits", "Say whether the place and what you do there suit")
                .need(
                        !yes
                                || (support != YesPartlyNo.NO
                                        && !Boolean.FALSE.equals(enoughPeople)
                                        && !Boolean.FALSE.equals(placeSuits)),
                        "answer",
                        "One of the answers above is no, so the person could not be kept safe: change that answer, or say no"
                                + " this time");
    }

    /** The organiser's own answer: nobody was phoned. */
    AnswerOffer withoutPhone() {
        return new AnswerOffer(
                support,
                enoughPeople,
                placeSuits,
                contactOnDay,
                answer,
                conditionKind,
                conditions,
                question,
                declineReason,
                tryAgainFrom,
                note,
                null);
    }
}
