package org.commonground.conversation.notebook;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.UUID;
import org.commonground.platform.personal.Narrative;
import org.commonground.platform.personal.Written;

/**
 * Notes that somebody was in touch about a referral, outside any task.
 *
 * @param request made when the page was opened: the same note sent twice is kept once
 * @param on the day, in London; not in the future
 * @param at the time of day, in London
 * @param with whom: the person, a daughter, the practice
 */
public record NoteContact(
        @NotNull UUID request,

        @NotNull(message = "Choose how you were in touch") ContactKind how,

        @NotNull(message = "Enter the day") LocalDate on,

        @NotNull(message = "Enter the time") LocalTime at,

        @NotNull(message = "Say with whom") @Written(upTo = 200)
        Narrative with,

        @NotNull(message = "Say what was said") @Written(upTo = 4000)
        Narrative said) {}
