package org.commonground.placement.firstsession;

import jakarta.validation.constraints.NotNull;
import org.commonground.platform.personal.Narrative;
import org.commonground.platform.personal.Written;

/**
 * Whether the person came to the first session.
 *
 * @param note how it went, or what is known about why the person did not come
 */
public record RecordFirstSession(
        @NotNull(message = "Say whether the person came") Attendance firstSession,

        @Written(upTo = 2000) Narrative note) {}
