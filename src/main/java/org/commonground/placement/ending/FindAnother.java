package org.commonground.placement.ending;

import jakarta.validation.constraints.NotNull;
import org.commonground.platform.Worded;
import org.commonground.platform.personal.Narrative;
import org.commonground.platform.personal.Written;

/**
 * What comes next for somebody whose group is closed or suspended.
 *
 * @param note for the team; may be null
 */
public record FindAnother(
        @NotNull(message = "Choose what comes next") Next next,
        @Written(upTo = 1000) Narrative note) {

    /** What the person wants. */
    public enum Next implements Worded {
        CHOOSE_OTHERS("They want another group"),
        NOTHING("They want no other group"),
        STAYS("They stay, or wait until the group opens again"),
        NOT_REACHED("They could not be reached");

        private final String label;

        Next(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }
}
