package org.commonground.referral;

import org.commonground.platform.personal.Narrative;

/**
 * What the practice knows about risk.
 *
 * @param narrative what it is; null where there is none
 * @param instruction what a group may be told, instead of the risk itself ("needs a seat near the door"); null if none
 */
public record KnownRisk(RiskLevel level, Narrative narrative, Narrative instruction) {

    /** The level and what it is, as people read it: {@code managed: a dog in the garden}, or {@code none}. */
    public String inWords() {
        return level == RiskLevel.NONE || narrative == null ? level.word() : level.word() + ": " + narrative.text();
    }
}
