package org.commonground.workflow.vocabulary;

/**
 * A death was recorded for somebody with the same NHS number, until the team has made sure whose it is. Business key: the
 * referral's id.
 */
public final class DeathCheckProcess {

    public static final String ID = "death-check";

    private DeathCheckProcess() {}

    public static final class Tasks {
        public static final String CONFIRM_DEATH = "confirm-death";

        private Tasks() {}
    }

    public static final class Events {
        public static final String DEATH_HEARD_OF = "death-heard-of";
        public static final String DEATH_SETTLED = "death-settled";

        private Events() {}
    }

    public static final class Variables {
        public static final Variable<String> REFERENCE = CommonVariables.REFERENCE;
        public static final Variable<String> REFERRAL_ID = CommonVariables.REFERRAL_ID;
        public static final Variable<String> TEAM = CommonVariables.TEAM;

        private Variables() {}
    }
}
