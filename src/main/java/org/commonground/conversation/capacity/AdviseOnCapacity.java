package org.commonground.conversation.capacity;

import jakarta.validation.constraints.NotNull;
import java.util.Map;
import java.util.TreeMap;
import org.commonground.platform.personal.Narrative;
import org.commonground.platform.personal.PersonName;
import org.commonground.platform.personal.Written;
import org.commonground.platform.refusal.Refusal;

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
        Map<String, String> missing = new TreeMap<>();
        if (advice.isOther() && decidedBy == null) {
            missing.put("decidedBy", "Name who decides, and what they are to the person");
        }
        if (advice.isOther() && grounds == null) {
            missing.put("grounds", "Say which evidence you have seen, or why it is in their best interests");
        }
        if (!missing.isEmpty()) {
            throw Refusal.invalid(missing);
        }
    }
}
