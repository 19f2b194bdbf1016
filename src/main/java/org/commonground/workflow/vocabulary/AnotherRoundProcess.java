package org.commonground.workflow.vocabulary;

import java.util.Collection;

/** Other groups for one person beside what goes on. Business key: the referral's id. */
public final class AnotherRoundProcess {

    public static final String ID = "another-round";

    private AnotherRoundProcess() {}

    public static final class Tasks {
        public static final String CHOOSE_GROUPS = ReferralProcess.Tasks.CHOOSE_GROUPS;

        private Tasks() {}
    }

    public static final class Steps {
        public static final String TRY_OTHER_GROUPS = "try-other-groups";
        public static final String REVIEW_ROUND = "review-round";

        private Steps() {}
    }

    public static final class Events {
        public static final String OTHERS_WANTED = "others-wanted";
        public static final String PERSON_PLACED = "person-placed";
        public static final String NO_GROUP_FOUND = "no-group-found";
        public static final String SIGNPOSTED_INSTEAD = "signposted-instead";
        public static final String NOTHING_MORE_WANTED = "nothing-more-wanted";
        public static final String OTHERS_GO_ON = "others-go-on";

        private Events() {}
    }

    public static final class Variables {
        public static final Variable<String> REFERENCE = CommonVariables.REFERENCE;
        public static final Variable<String> REFERRAL_ID = CommonVariables.REFERRAL_ID;
        public static final Variable<String> TEAM = CommonVariables.TEAM;
        public static final Variable<String> NEIGHBOURHOOD = CommonVariables.NEIGHBOURHOOD;
        public static final Variable<String> URGENCY = CommonVariables.URGENCY;
        public static final Variable<String> CHOICE = ReferralProcess.Variables.CHOICE;

        @SuppressWarnings("rawtypes")
        public static final Variable<Collection> PLACEMENTS = ReferralProcess.Variables.PLACEMENTS;

        public static final Variable<String> PLACEMENT_ID = ReferralProcess.Variables.PLACEMENT_ID;
        public static final Variable<String> ROUND = ReferralProcess.Variables.ROUND;

        /** Set by answers here too; what the referral comes to is summed up by its own process. */
        public static final Variable<String> OUTCOME = ReferralProcess.Variables.OUTCOME;

        private Variables() {}
    }
}
