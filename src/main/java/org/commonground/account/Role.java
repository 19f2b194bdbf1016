package org.commonground.account;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.commonground.platform.Worded;

/** What a member of staff or an organiser may be; the engine knows each as the group {@code role-<word>}. */
public enum Role implements Worded {
    LINK_WORKER("Link worker"),
    TEAM_LEAD("Team lead"),
    CLINICAL_SUPERVISOR("Clinical supervisor"),
    CLINICAL_DEPUTY("Deputy of the clinical supervisor"),
    SAFEGUARDING_LEAD("Safeguarding lead"),
    SAFEGUARDING_DEPUTY("Deputy of the safeguarding lead"),
    MANAGER("Manager"),
    ADMINISTRATOR("Administrator"),
    ORGANISER("Organiser"),
    /** Works at a practice without a system: has pages of their own, and no tasks. */
    PRACTICE_STAFF("Practice staff");

    private static final Set<Role> POSTS =
            EnumSet.of(CLINICAL_SUPERVISOR, CLINICAL_DEPUTY, SAFEGUARDING_LEAD, SAFEGUARDING_DEPUTY, MANAGER);

    private final String label;

    Role(String label) {
        this.label = label;
    }

    /** The role in words, as pages show it. */
    public String label() {
        return label;
    }

    /** Held for a neighbourhood, by named people, as a {@link Post}; all other roles are the same everywhere. */
    public boolean isPost() {
        return POSTS.contains(this);
    }

    /** Every role of our own staff: all but those of a group's organisers and of a practice's people. */
    public static Set<Role> ofStaff() {
        return EnumSet.complementOf(EnumSet.of(ORGANISER, PRACTICE_STAFF));
    }

    /** Who does this role's tasks when nobody else does; a team's lead has a named deputy instead. */
    public Optional<Role> deputy() {
        return switch (this) {
            case CLINICAL_SUPERVISOR -> Optional.of(CLINICAL_DEPUTY);
            case SAFEGUARDING_LEAD -> Optional.of(SAFEGUARDING_DEPUTY);
            default -> Optional.empty();
        };
    }
}
