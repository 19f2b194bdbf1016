package org.commonground.followup;

import java.time.Instant;
import org.commonground.conversation.measure.Scores;
import org.commonground.platform.personal.Narrative;

/**
 * What a look-back brought. It tells about the person: the caller has checked who reads it.
 *
 * @param week how many weeks after the first session it was planned for
 * @param stillGoing and everything after it but the scores: null where the person was not reached
 * @param chooseGroups whether they would like to choose groups together after all, after being signposted
 * @param scores empty where the person was not reached
 */
public record LookBack(
        int week,
        Instant at,
        boolean reached,
        FollowUpWay way,
        StillGoing stillGoing,
        Narrative howItGoes,
        Narrative whatNext,
        Boolean consentReminded,
        boolean chooseGroups,
        Scores scores) {}
