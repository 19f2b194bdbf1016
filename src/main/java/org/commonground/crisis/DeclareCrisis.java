package org.commonground.crisis;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.commonground.platform.personal.Narrative;
import org.commonground.platform.personal.Written;
import org.commonground.referral.ReferralId;

/**
 * Declares that a person is in crisis.
 *
 * @param request made once when the page is opened, so that sending it twice declares one crisis
 * @param kind what kind of crisis
 * @param said what was said, or seen, in the words that were used
 * @param saidBy who said it
 */
public record DeclareCrisis(
        @NotNull UUID request,
        @NotNull ReferralId referral,

        @NotNull(message = "Choose what it is about") CrisisKind kind,

        @NotNull(message = "Say what was said or seen")
        @Written(upTo = 4000, message = "What was said must be 4,000 characters or less")
        Narrative said,

        @NotNull(message = "Choose who said it") SaidBy saidBy) {}
