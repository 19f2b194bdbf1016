package org.commonground.neighbourhood;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.commonground.account.AccountId;

/**
 * What is known about a team.
 *
 * @param lead who leads it; null until one is appointed. A lead and a deputy work in the team
 * @param deputy who leads when the lead is away or gone; null where none is named
 */
public record KeepTeam(
        @NotBlank(message = "Enter the team's name") @Size(max = 120, message = "Use at most 120 characters")
        String name,

        AccountId lead,
        AccountId deputy) {

    public KeepTeam {
        name = name == null ? null : name.strip();
    }

    @AssertTrue(message = "Choose somebody else than the lead as deputy")
    boolean isDeputyAnother() {
        return lead == null || !lead.equals(deputy);
    }
}
