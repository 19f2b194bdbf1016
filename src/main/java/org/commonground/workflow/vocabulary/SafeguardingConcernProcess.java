package org.commonground.workflow.vocabulary;

import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.commonground.safeguarding.ConcernId;
import org.commonground.safeguarding.Decision;

/** A concern, until the safeguarding lead has dealt with it. Business key: the concern's id. */
public final class SafeguardingConcernProcess {

    public static final String ID = "safeguarding-concern";

    private SafeguardingConcernProcess() {}

    /** The concern the process is about. */
    public static ConcernId concern(DelegateExecution execution) {
        return new ConcernId(UUID.fromString(execution.getProcessBusinessKey()));
    }

    public static final class Tasks {
        public static final String REVIEW_CONCERN = "review-concern";
        public static final String LIFT_PAUSE = "lift-pause";

        private Tasks() {}
    }

    public static final class Steps {
        public static final String SEND_CONCERN_RAISED = "send-concern-raised";
        public static final String BRING_TO_DEPUTY = "bring-to-deputy";
        public static final String SEND_CONCERN_RAISED_TO_DEPUTY = "send-concern-raised-to-deputy";

        private Steps() {}
    }

    public static final class Timers {
        /** The working day ends without a review. */
        public static final String DEPUTY = "deputy-timer";

        private Timers() {}
    }

    public static final class Events {
        public static final String CONCERN_RAISED = "concern-raised";
        public static final String DEPUTY_ASKED = "deputy-asked";
        public static final String NO_ACTION_NEEDED = "no-action-needed";
        public static final String ACTED_ON = "acted-on";
        public static final String PAUSE_LIFTED = "pause-lifted";

        private Events() {}
    }

    public static final class Variables {
        /** Not set where the concern is about a group alone. */
        public static final Variable<String> REFERENCE = CommonVariables.REFERENCE;

        public static final Variable<String> REFERRAL_ID = CommonVariables.REFERRAL_ID;

        /** Whose safeguarding lead it goes to. */
        public static final Variable<String> NEIGHBOURHOOD = CommonVariables.NEIGHBOURHOOD;

        /** Always urgent: its tasks come before others. */
        public static final Variable<String> URGENCY = CommonVariables.URGENCY;

        public static final Variable<String> DECISION = Variable.decision("decision", Decision.class, Decision::word);

        private Variables() {}
    }
}
