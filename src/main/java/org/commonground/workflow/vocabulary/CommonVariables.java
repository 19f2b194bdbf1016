package org.commonground.workflow.vocabulary;

import org.commonground.referral.Urgency;

/** What the processes about one referral all carry. */
public final class CommonVariables {

    /** The referral's reference as people read it aloud: {@code CG-7F3K-2Q}. */
    public static final Variable<String> REFERENCE = Variable.of("reference", String.class);

    public static final Variable<String> REFERRAL_ID = Variable.of("referralId", String.class);

    /** The engine's group of the referral's team: {@code team-<id>}. */
    public static final Variable<String> TEAM = Variable.of("team", String.class);

    /**
     * The id of the neighbourhood a process is of, by which its posts are known. Whoever starts one names it; a model that
     * does not ask for it does not keep it.
     */
    public static final Variable<String> NEIGHBOURHOOD = Variable.of("neighbourhood", String.class);

    /** How soon the person should be reached; tasks take their priority from it. */
    public static final Variable<String> URGENCY = Variable.decision("urgency", Urgency.class, Urgency::word);

    private CommonVariables() {}
}
