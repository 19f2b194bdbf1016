package org.commonground.placement.ending;

import jakarta.validation.constraints.NotNull;
import org.commonground.placement.PlacementId;
import org.commonground.platform.personal.Narrative;
import org.commonground.platform.personal.Written;
import org.commonground.platform.refusal.Problems;

/** Somebody does not go to a group any more. */
public record RecordLeaving(
        @NotNull(message = "Choose which group they left") PlacementId placement,

        @NotNull(message = "Choose why they left") LeftBecause because,

        @Written(upTo = 2000, message = "The note must be 2,000 characters or less")
        Narrative note) {

    public void requireWhole() {
        new Problems()
                .needSaid(because == LeftBecause.OTHER, note, "note", "Say what the other reason is")
                .refuseIfWrong();
    }

    /** Hides what was said. */
    @Override
    public String toString() {
        return "RecordLeaving[" + placement + "]";
    }
}
