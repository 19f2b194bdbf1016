package org.commonground.conversation.reach;

import jakarta.validation.constraints.NotNull;
import org.commonground.platform.personal.Narrative;
import org.commonground.platform.personal.Written;

/**
 * How somebody is told a last time to whom neither mail nor letter is safe.
 *
 * @param how by whom they are told, who said that a letter is safe, or why there is no way
 */
public record FindAnotherWay(
        @NotNull(message = "Choose whether there is another way")
        AnotherWay anotherWay,

        @NotNull(message = "Say how they are told, who said a letter is safe, or why there is no way")
        @Written(upTo = 1000, message = "How must be 1,000 characters or less")
        Narrative how) {}
