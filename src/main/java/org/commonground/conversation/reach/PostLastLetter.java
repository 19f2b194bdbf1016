package org.commonground.conversation.reach;

import jakarta.validation.constraints.NotNull;

/** The last letter to somebody who could not be reached, printed and posted by a link worker. */
public record PostLastLetter(
        @NotNull(message = "Say whether you posted the letter")
        LetterPosted posted) {}
