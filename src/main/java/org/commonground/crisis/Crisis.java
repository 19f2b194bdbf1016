package org.commonground.crisis;

import java.time.Instant;
import java.util.Optional;
import org.commonground.platform.personal.Narrative;
import org.commonground.platform.personal.PersonName;
import org.commonground.platform.personal.Personal;
import org.commonground.platform.personal.Trait;
import org.commonground.referral.ReferralId;

/**
 * A declared crisis.
 *
 * @param declaredAs the role in which somebody declared it
 * @param reach who has been told so far; empty where only the team has
 * @param confirmation empty until somebody at the practice has confirmed
 */
public record Crisis(
        CrisisId id,
        ReferralId referral,
        CrisisKind kind,
        Narrative said,
        SaidBy saidBy,
        Instant declaredAt,
        String declaredAs,
        Optional<Reach> reach,
        Optional<Confirmation> confirmation) {

    /** Who took over at the practice, and what was agreed. */
    public record Confirmation(PersonName by, Trait role, Narrative agreed, Instant at) {

        @Override
        public String toString() {
            return "Confirmation[" + Personal.HIDDEN + "]";
        }
    }

    public boolean isConfirmed() {
        return confirmation.isPresent();
    }
}
