package org.commonground.placement.check;

import java.util.Comparator;
import java.util.stream.Stream;
import org.commonground.referral.RiskLevel;

/**
 * The known risks of one person.
 *
 * @param toSelf that they harm themselves, or neglect themselves
 * @param toOthers that they harm somebody
 * @param fromOthers that somebody harms them
 * @param onVisit for whoever visits them
 * @param safeguarding whether a safeguarding enquiry about them is open
 */
public record Risks(
        RiskLevel toSelf, RiskLevel toOthers, RiskLevel fromOthers, RiskLevel onVisit, boolean safeguarding) {

    /** Each of them, as people read it. */
    public String inWords() {
        return "to themselves " + toSelf.word() + ", to others " + toOthers.word() + ", from others "
                + fromOthers.word() + ", on a visit " + onVisit.word()
                + (safeguarding ? ", a safeguarding enquiry is open" : "");
    }

    /** The gravest of them; an open safeguarding enquiry counts as unresolved. */
    public RiskLevel gravest() {
        return Stream.of(toSelf, toOthers, fromOthers, onVisit, safeguarding ? RiskLevel.UNRESOLVED : RiskLevel.NONE)
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }
}
