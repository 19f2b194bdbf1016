package org.commonground.conversation.capacity;

import jakarta.validation.constraints.NotNull;
import org.commonground.platform.personal.Narrative;
import org.commonground.platform.personal.PersonName;
import org.commonground.platform.personal.Written;
import org.commonground.platform.refusal.Problems;

/**
 * A clinical supervisor's advice where it is in doubt whether a person can decide.
 *
 * @param decidedBy the attorney or deputy, or whoever decides in their best interests; null where neither does
 * @param grounds the evidence seen, or why it is in their best interests; null where neither decides
 * @param reason why this is advised
 */
public record AdviseOnCapacity(
        @NotNull(message = "Choose what you advise") CapacityAdvice advice,

        @Written(upTo = 200, message = "The name must be 200 characters or less")
        PersonName decidedBy,

        @Written(upTo = 2000, message = "The grounds must be 2,000 characters or less")
        Narrative grounds,

        @NotNull(message = "Say why you advise this")
        @Written(upTo = 2000, message = "The reason must be 2,000 characters or less")
        Narrative reason) {

    void requireWhole() {
        new Problems()
                .needSaid(advice.isOther(), decidedBy, "decidedBy", "Name who decides, and what they are to the person")
                .needSaid(
                        advice.isOther(),
                        grounds,
                        "grounds",
                        "Say which evidence you have seen, or why it is in their best interests")
                .refuseIfWrong();
    }
}
