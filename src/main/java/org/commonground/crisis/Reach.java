package org.commonground.crisis;

/** Who hears of a crisis that nobody at the practice has confirmed, beyond the team. */
public enum Reach {
    TEAM_LEAD,
    /** The clinical supervisor, the safeguarding lead and the deputy, who may take the task then. */
    SUPERVISORS;

    /** As tables and events write it: {@code team-lead}. */
    public String word() {
        return name().toLowerCase().replace('_', '-');
    }

    public static Reach of(String word) {
        return valueOf(word.toUpperCase().replace('-', '_'));
    }
}
