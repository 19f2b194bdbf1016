package org.commonground.placement.offer;

import jakarta.validation.constraints.NotNull;
import org.commonground.platform.personal.Narrative;
import org.commonground.platform.personal.Written;

/**
 * What a link worker answers to a group that asked before it decides.
 *
 * @param reply in words for the organisers: nothing that the person does not agree to share with them
 */
public record AnswerQuestion(
        @NotNull(message = "Write your answer") @Written(upTo = 2000)
        Narrative reply) {}
