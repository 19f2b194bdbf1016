package org.commonground.safeguarding;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.commonground.platform.personal.Narrative;
import org.commonground.platform.personal.PersonName;
import org.commonground.platform.personal.Written;
import org.commonground.platform.refusal.Problems;

/**
 * What the safeguarding lead or the deputy decides about a concern.
 *
 * @param reasons why, in the decider's words
 * @param localAuthorityTold whether the local authority has been told
 * @param localAuthorityToldOn the day it was told, where it was
 * @param localAuthorityContact who there was told, where it was
 * @param namedPerson who sees to it from here; needed unless nothing further is done
 */
public record ReviewConcern(
        @NotNull(message = "Choose what is decided") Decision decision,

        @NotNull(message = "Give the reasons for the decision")
        @Written(upTo = 4000, message = "The reasons must be 4,000 characters or less")
        Narrative reasons,

        @NotNull(message = "Say whether the local authority has been told")
        Boolean localAuthorityTold,

        LocalDate localAuthorityToldOn,

        @Written(upTo = 200, message = "Who was told must be 200 characters or less")
        PersonName localAuthorityContact,

        @Written(upTo = 200, message = "The name must be 200 characters or less")
        PersonName namedPerson) {

    /** Refuses answers that do not fit together, given today's date. */
    void requireWhole(LocalDate today) {
        boolean told = localAuthorityTold;
        new Problems()
                .needSaid(
                        told, localAuthorityToldOn, "localAuthorityToldOn", "Give the day the local authority was told")
                .need(
                        !told || localAuthorityToldOn == null || !localAuthorityToldOn.isAfter(today),
                        "localAuthorityToldOn",
                        "The day the local authority was told must not be in the future")
                .needSaid(
                        decision != Decision.NO_ACTION,
                        namedPerson,
                        "namedPerson",
                        "Name the person who sees to it from here")
                .refuseIfWrong();
    }
}
