package org.commonground.crisis;

import jakarta.validation.constraints.NotNull;
import org.commonground.platform.personal.Narrative;
import org.commonground.platform.personal.PersonName;
import org.commonground.platform.personal.Trait;
import org.commonground.platform.personal.Written;

/**
 * Somebody at the practice has confirmed that they take over. While nobody has, the task stays open.
 *
 * @param confirmedBy the name of whoever confirmed
 * @param confirmedRole what they are at the practice
 * @param agreed what they do now, and what we do
 */
public record SpeakWithPractice(
        @NotNull(message = "Enter the name of whoever confirmed")
        @Written(upTo = 200, message = "The name must be 200 characters or less")
        PersonName confirmedBy,

        @NotNull(message = "Enter what they are at the practice")
        @Written(upTo = 100, message = "The role must be 100 characters or less")
        Trait confirmedRole,

        @NotNull(message = "Say what you agreed")
        @Written(upTo = 2000, message = "What you agreed must be 2,000 characters or less")
        Narrative agreed) {}
