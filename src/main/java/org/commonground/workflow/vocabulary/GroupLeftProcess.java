package org.commonground.workflow.vocabulary;

import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.commonground.placement.PlacementId;

/** One person whose group takes nobody any more, until somebody has talked with them. Business key: the placement's id. */
public final class GroupLeftProcess {

    public static final String ID = "group-left";

    private GroupLeftProcess() {}

    /** The placement the process is about. */
    public static PlacementId placement(DelegateExecution execution) {
        return new PlacementId(UUID.fromString(execution.getProcessBusinessKey()));
    }

    public static final class Tasks {
        public static final String FIND_ANOTHER = "find-another";

        private Tasks() {}
    }

    public static final class Steps {
        public static final String LEAVE_GROUP = "leave-group";
        public static final String CEASING = "ceasing";

        private Steps() {}
    }

    public static final class Messages {
        /** The referral was stopped: nobody has to find another group. */
        public static final String PERSON_LEFT = "person-left";

        private Messages() {}
    }

    public static final class Events {
        public static final String GROUP_CLOSED = "group-closed";
        public static final String LEFT = "left";
        public static final String ANOTHER_LOOKED_FOR = "another-looked-for";
        public static final String NOT_LOOKED_FOR = "not-looked-for";

        private Events() {}
    }

    public static final class Variables {
        public static final Variable<String> REFERENCE = CommonVariables.REFERENCE;
        public static final Variable<String> REFERRAL_ID = CommonVariables.REFERRAL_ID;
        public static final Variable<String> TEAM = CommonVariables.TEAM;
        public static final Variable<Boolean> GOES_THERE = Variable.of("goesThere", Boolean.class);

        private Variables() {}
    }
}
