package org.commonground.workflow.vocabulary;

import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.commonground.crisis.CrisisId;

/** A crisis, until a named person at the practice has confirmed. Business key: the crisis's id. */
public final class CrisisProcess {

    public static final String ID = "crisis";

    private CrisisProcess() {}

    /** The crisis the process is about. */
    public static CrisisId crisis(DelegateExecution execution) {
        return new CrisisId(UUID.fromString(execution.getProcessBusinessKey()));
    }

    public static final class Tasks {
        public static final String SPEAK_WITH_PRACTICE = "speak-with-practice";

        private Tasks() {}
    }

    public static final class Steps {
        public static final String SEND_CRISIS = "send-crisis";
        public static final String ESCALATE_TO_LEAD = "escalate-to-lead";
        public static final String SEND_CRISIS_TO_LEAD = "send-crisis-to-lead";
        public static final String ESCALATE_TO_SUPERVISORS = "escalate-to-supervisors";
        public static final String SEND_CRISIS_TO_SUPERVISORS = "send-crisis-to-supervisors";

        private Steps() {}
    }

    public static final class Timers {
        /** The team has not reached the practice. */
        public static final String LEAD = "lead-timer";
        /** Nobody has, though the lead has heard of it. */
        public static final String SUPERVISORS = "supervisors-timer";
        /** Until they are told again. */
        public static final String AGAIN = "wait-for-morning";

        private Timers() {}
    }

    public static final class Events {
        public static final String CRISIS_DECLARED = "crisis-declared";
        public static final String CRISIS_CONFIRMED = "crisis-confirmed";
        public static final String LEAD_TOLD = "lead-told";

        private Events() {}
    }

    public static final class Variables {
        public static final Variable<String> REFERENCE = CommonVariables.REFERENCE;
        public static final Variable<String> REFERRAL_ID = CommonVariables.REFERRAL_ID;
        public static final Variable<String> TEAM = CommonVariables.TEAM;

        private Variables() {}
    }
}
