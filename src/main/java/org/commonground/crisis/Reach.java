package org.commonground.crisis;

import org.commonground.platform.Worded;

/** Who hears of a crisis that nobody at the practice has confirmed, beyond the team. */
public enum Reach implements Worded {
    TEAM_LEAD,
    /** The clinical supervisor, the safeguarding lead and the deputy, who may take the task then. */
    SUPERVISORS;
}
