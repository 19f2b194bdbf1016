package org.commonground.referral;

import java.util.Set;
import org.commonground.group.Need;
import org.commonground.group.Support;
import org.commonground.platform.personal.Narrative;
import org.commonground.platform.personal.PersonName;
import org.commonground.platform.personal.Trait;

/**
 * What the practice asked for, and who asked. What the person says later stands in the conversation.
 *
 * @param referrerRole in words: {@code GP}, {@code practice nurse}
 * @param requirements individual requirements in words; null where there are none
 */
public record Request(
        PersonName referrer,
        Trait referrerRole,
        Narrative reason,
        Set<Need> needs,
        Set<Support> support,
        Narrative requirements,
        KnownRisk risk) {

    public Request {
        needs = Set.copyOf(needs);
        support = Set.copyOf(support);
    }
}
