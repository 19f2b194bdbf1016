package org.commonground.referral.consent;

import java.time.Instant;
import org.commonground.group.GroupId;
import org.commonground.platform.personal.Narrative;
import org.commonground.platform.personal.PersonName;

/**
 * One answer about one purpose; the newest answer counts.
 *
 * @param group the group it is about: only for {@link Purpose#SHARE_WITH_GROUP}, else null
 * @param given false where it was refused or withdrawn
 * @param decidedBy the attorney, deputy or decision maker; null where the person answered
 * @param grounds the evidence seen, or why it is in the person's best interests; null where the person answered
 */
public record Consent(
        Purpose purpose,
        GroupId group,
        boolean given,
        GivenBy by,
        PersonName decidedBy,
        Narrative grounds,
        Instant at) {}
