package org.commonground.placement.ending;

import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.validation.constraints.NotNull;
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
    public enum Next {
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

        /** As forms and events write it. */
        @JsonValue
        public String word() {
            return name().toLowerCase().replace('_', '-');
        }

        public static Next of(String word) {
            return valueOf(word.toUpperCase().replace('-', '_'));
        }
    }
}
