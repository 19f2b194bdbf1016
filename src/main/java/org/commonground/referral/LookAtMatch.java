package org.commonground.referral;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;

/**
 * Decides about a referral that may be about the same person as an open one.
 *
 * @param match the open referral it is joined to; needed for {@link MatchAnswer#JOIN} where there are several
 */
public record LookAtMatch(
        @NotNull(message = "Choose what to do") MatchAnswer decision, UUID match) {}
