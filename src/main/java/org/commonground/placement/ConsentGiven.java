package org.commonground.placement;

import org.commonground.group.GroupId;
import org.commonground.platform.personal.Narrative;
import org.commonground.platform.personal.PersonName;
import org.commonground.platform.personal.Written;
import org.commonground.platform.refusal.Problems;
import org.commonground.referral.consent.AnswerConsent;
import org.commonground.referral.consent.GivenBy;
import org.commonground.referral.consent.Purpose;

/**
 * Who gave a consent, as a form's three fields say it.
 *
 * @param consentBy null where nobody said
 * @param consentDecidedBy who decided, where it was not the person
 * @param consentGrounds evidence seen, or why it is in their best interests, where it was not the person
 */
public record ConsentGiven(
        GivenBy consentBy,
        @Written(upTo = 200) PersonName consentDecidedBy,
        @Written(upTo = 1000) Narrative consentGrounds) {

    public static final ConsentGiven BY_NOBODY = new ConsentGiven(null, null, null);

    /** Where consent was given, asks who gave it, and on what grounds where it was not the person. */
    public void require(boolean given, Problems problems) {
        boolean other = given && consentBy != null && consentBy != GivenBy.PERSON;
        problems.need(!given || consentBy != null, "consentBy", "Say who gave the consent")
                .needSaid(other, consentDecidedBy, "consentDecidedBy", "Name who decided for the person")
                .needSaid(
                        other,
                        consentGrounds,
                        "consentGrounds",
                        "Say which evidence you have seen, or why it is in the person's best interests");
    }

    /** The answer as the referral keeps it; whoever answered for themselves needs no grounds. */
    public AnswerConsent answer(Purpose purpose, GroupId group, boolean given) {
        GivenBy who = consentBy == null ? GivenBy.PERSON : consentBy;
        return who == GivenBy.PERSON
                ? new AnswerConsent(purpose, group, given, who, null, null)
                : new AnswerConsent(purpose, group, given, who, consentDecidedBy, consentGrounds);
    }
}
