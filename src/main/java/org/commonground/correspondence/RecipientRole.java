package org.commonground.correspondence;

/** Who a mail is written to, as the outbox records it. */
public enum RecipientRole {
    PRACTICE,
    PERSON,
    ORGANISER,
    SAFEGUARDING_LEAD,
    TEAM_LEAD;

    public String word() {
        return name().toLowerCase().replace('_', '-');
    }
}
