package org.commonground.correspondence;

/** Who a mail is written to, as the outbox records it. */
public enum RecipientRole {
    PRACTICE,
    PERSON,
    ORGANISER,
    SAFEGUARDING_LEAD,
    /** A team's lead, or whoever stands in for a role. */
    STAFF;

    public String word() {
        return name().toLowerCase().replace('_', '-');
    }
}
