package org.commonground.workflow.vocabulary;

import java.util.Date;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.commonground.followup.FollowUpPlanId;

/** The planned look-backs with one person, one after the other. Business key: the plan's id. */
public final class FollowUpProcess {

    public static final String ID = "follow-up";

    private FollowUpProcess() {}

    /** The plan the process is about. */
    public static FollowUpPlanId plan(DelegateExecution execution) {
        return new FollowUpPlanId(UUID.fromString(execution.getProcessBusinessKey()));
    }

    public static final class Tasks {
        public static final String HOLD_FOLLOW_UP = "hold-follow-up";

        private Tasks() {}
    }

    public static final class Steps {
        public static final String NEXT_FOLLOW_UP = "next-follow-up";

        private Steps() {}
    }

    public static final class Timers {
        public static final String WAIT_FOR_FOLLOW_UP = "wait-for-follow-up";

        private Timers() {}
    }

    public static final class Events {
        public static final String FOLLOW_UPS_PLANNED = "follow-ups-planned";
        public static final String ALL_HELD = "all-held";

        private Events() {}
    }

    public static final class Variables {
        public static final Variable<String> REFERENCE = CommonVariables.REFERENCE;
        public static final Variable<String> REFERRAL_ID = CommonVariables.REFERRAL_ID;
        public static final Variable<String> TEAM = CommonVariables.TEAM;
        public static final Variable<String> URGENCY = CommonVariables.URGENCY;

        /** Whether a look-back is left. */
        public static final Variable<Boolean> MORE = Variable.of("more", Boolean.class);

        /** When it is due. */
        public static final Variable<Date> FOLLOW_UP_ON = Variable.of("followUpOn", Date.class);

        private Variables() {}
    }
}
