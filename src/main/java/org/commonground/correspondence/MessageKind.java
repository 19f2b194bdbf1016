package org.commonground.correspondence;

import java.util.EnumSet;
import java.util.Set;
import org.commonground.platform.Worded;

/**
 * Everything we tell, named by what is said and never by the way it goes; each has one composer, and templates {@code
 * mail/<word>.html} and {@code mail/<word>.txt}.
 */
public enum MessageKind implements Worded {
    /** To the practice: we have the referral. Subject: the referral. */
    RECEIVED(RecipientRole.PRACTICE),
    /** To the person: when and where we talk, with a calendar entry. Subject: the referral. */
    CONVERSATION_APPOINTMENT(RecipientRole.PERSON),
    /** To the person: we tried to reach you, would like to hear from you, and shall not try again. Subject: the referral. */
    NOT_REACHED(RecipientRole.PERSON),
    /** To the person: the first session, with a calendar entry. Subject: the placement. */
    FIRST_SESSION_APPOINTMENT(RecipientRole.PERSON),
    /** To a group's organisers: somebody would like to come. Subject: the placement. */
    OFFER(RecipientRole.ORGANISER),
    /** To a group's organisers: an offer still waits. Subject: the placement. */
    OFFER_REMINDER(RecipientRole.ORGANISER),
    /** To the team's lead: a group did not answer its offer, however it was asked. Subject: the placement. */
    OFFER_LAPSED(RecipientRole.STAFF),
    /** To the link worker who talked with the person, or who stands in: a group asks something. Subject: the placement. */
    QUESTION_WAITS(RecipientRole.STAFF),
    /** To a group's organisers: the answer to their question can be read. Subject: the placement. */
    QUESTION_ANSWERED(RecipientRole.ORGANISER),
    /** To a group's organisers: a first session that was missed has a new day. Subject: the placement. */
    FIRST_SESSION_MOVED(RecipientRole.ORGANISER),
    /** To a group's organisers: a place is free again. Subject: the placement. */
    PLACE_GIVEN_BACK(RecipientRole.ORGANISER),
    /** To the team's lead: nobody could tell the person something. Subject: the referral. */
    PERSON_NOT_TOLD(RecipientRole.STAFF),
    /** To the practice: how it stands, and how it ended. Subject: the referral. */
    NEWS(RecipientRole.PRACTICE),
    /** To the safeguarding lead: something needs attention. Subject: the concern. */
    CONCERN_RAISED(RecipientRole.SAFEGUARDING_LEAD),
    /** To the team, then its lead, then the supervisors: nobody at the practice has confirmed. Subject: the crisis. */
    CRISIS(RecipientRole.STAFF),
    /** To the team's lead or a role's stand-in: a task is overdue. Subject: its process's subject. Occasion: the task. */
    TASK_OVERDUE(RecipientRole.STAFF),
    /** To the team's lead: nobody asked a person in time whether they want a freed place. Subject: the placement. */
    PLACE_PASSED_ON(RecipientRole.STAFF);

    private final RecipientRole recipient;

    MessageKind(RecipientRole recipient) {
        this.recipient = recipient;
    }

    public RecipientRole recipient() {
        return recipient;
    }

    /**
     * The channels it may take. Whoever hears that we could not reach them was called often enough, and in vain: for them
     * somebody looks for another way where it can be written by none.
     */
    public Set<Channel> channels() {
        return this == NOT_REACHED ? EnumSet.of(Channel.EMAIL, Channel.LETTER) : EnumSet.allOf(Channel.class);
    }

    /** Whether something goes on once the person was told: then it is an event when its mail has gone, too. */
    public boolean isAwaited() {
        return this == NOT_REACHED;
    }

    /** Whether it is kept back while its referral is paused: whatever the person gets, and what is said of an offer. */
    public boolean waitsForPause() {
        return recipient == RecipientRole.PERSON
                || this == OFFER
                || this == OFFER_REMINDER
                || this == QUESTION_ANSWERED;
    }
}
