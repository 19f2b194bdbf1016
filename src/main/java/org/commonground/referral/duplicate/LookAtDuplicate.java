package org.commonground.referral.duplicate;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;

/**
 * Decides about a referral that may be about the same person as an open one.
 *
 * @param other the open referral it is joined to; needed for {@link DuplicateAnswer#JOIN} where there are several
 */
public record LookAtDuplicate(
        @NotNull(message = "Choose what to do") DuplicateAnswer decision, UUID other) {}
