package org.commonground.correspondence;

import org.commonground.platform.Worded;

/** Who a mail is written to, as the outbox records it. */
public enum RecipientRole implements Worded {
    PRACTICE,
    PERSON,
    ORGANISER,
    SAFEGUARDING_LEAD,
    /** A team's lead, or whoever stands in for a role. */
    STAFF;
}
