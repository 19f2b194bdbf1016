package org.commonground.referral.consent;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import org.commonground.group.GroupId;
import org.commonground.platform.personal.Narrative;
import org.commonground.platform.personal.PersonName;

/**
 * Records one answer about consent: given, or refused.
 *
 * @param group for {@link Purpose#SHARE_WITH_GROUP} alone, else null
 * @param decidedBy needed unless the person answered
 * @param grounds needed unless the person answered: evidence seen, or why it is in their best interests
 */
public record AnswerConsent(
        @NotNull(message = "Say what the consent is about") Purpose purpose,
        GroupId group,
        boolean given,
        @NotNull(message = "Say who gave the consent") GivenBy by,
        PersonName decidedBy,
        Narrative grounds) {

    /** The person's own answer. */
    public static AnswerConsent byThePerson(Purpose purpose, boolean given) {
        return new AnswerConsent(purpose, null, given, GivenBy.PERSON, null, null);
    }

    /** The person's own answer about one group. */
    public static AnswerConsent byThePerson(GroupId group, boolean given) {
        return new AnswerConsent(Purpose.SHARE_WITH_GROUP, group, given, GivenBy.PERSON, null, null);
    }

    @AssertTrue(message = "Sharing with a group is asked for one group, everything else for none")
    boolean isGroup() {
        return (purpose == Purpose.SHARE_WITH_GROUP) == (group != null);
    }

    @AssertTrue(message = "Where somebody else decided, say who it was and on what grounds")
    boolean isGrounds() {
        return by == GivenBy.PERSON || (decidedBy != null && grounds != null);
    }
}
