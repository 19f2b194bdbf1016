package org.commonground.placement;

import org.commonground.group.GroupId;
import org.commonground.platform.personal.Narrative;
import org.commonground.platform.personal.PersonName;
import org.commonground.platform.refusal.Problems;
import org.commonground.referral.consent.AnswerConsent;
import org.commonground.referral.consent.GivenBy;
import org.commonground.referral.consent.Purpose;

/** The three fields of a form that say who gave a consent. */
public final class Consenting {

    private Consenting() {}

    /** Where consent was given, asks who gave it, and on what grounds where it was not the person. */
    public static void require(Problems answers, boolean given, GivenBy by, PersonName decidedBy, Narrative grounds) {
        boolean other = given && by != null && by != GivenBy.PERSON;
        answers.need(!given || by != null, "consentBy", "Say who gave the consent")
                .needSaid(other, decidedBy, "consentDecidedBy", "Name who decided for the person")
                .needSaid(
                        other,
                        grounds,
                        "consentGrounds",
                        "Say which evidence you have seen, or why it is in the person's best interests");
    }

    /** The answer as the referral keeps it; whoever answered for themselves needs no grounds. */
    public static AnswerConsent answer(
            Purpose purpose, GroupId group, boolean given, GivenBy by, PersonName decidedBy, Narrative grounds) {
        GivenBy who = by == null ? GivenBy.PERSON : by;
        return who == GivenBy.PERSON
                ? new AnswerConsent(purpose, group, given, who, null, null)
                : new AnswerConsent(purpose, group, given, who, decidedBy, grounds);
    }
}
