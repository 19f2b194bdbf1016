package org.commonground.account;

/** What a member of staff or an organiser may be; the engine knows each as the group {@code role-<word>}. */
public enum Role {
    LINK_WORKER,
    TEAM_LEAD,
    CLINICAL_SUPERVISOR,
    SAFEGUARDING_LEAD,
    SAFEGUARDING_DEPUTY,
    MANAGER,
    ADMINISTRATOR,
    ORGANISER;

    /** The role in the words of events, settings and engine groups: {@code link-worker}. */
    public String word() {
        return name().toLowerCase().replace('_', '-');
    }

    public static Role of(String word) {
        return valueOf(word.toUpperCase().replace('-', '_'));
    }
}
