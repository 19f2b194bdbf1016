package org.commonground.workflow.vocabulary;

import org.commonground.correspondence.outbox.Telling;

/** A message to a person that goes by letter or in a call, until they were told. Business key: the mail's id. */
public final class TellPersonProcess {

    public static final String ID = "tell-person";

    private TellPersonProcess() {}

    public static final class Tasks {
        public static final String POST_LETTER = "post-letter";
        public static final String CALL_PERSON = "call-person";

        private Tasks() {}
    }

    public static final class Steps {
        public static final String CEASING = "ceasing";

        private Steps() {}
    }

    public static final class Messages {
        /** Nobody is to be told any more. */
        public static final String MESSAGE_CEASED = UndeliverableMailProcess.Messages.MESSAGE_CEASED;

        private Messages() {}
    }

    public static final class Events {
        public static final String TAKES_ANOTHER_WAY = "takes-another-way";
        public static final String PERSON_TOLD = "person-told";
        public static final String NO_WAY_LEFT = "no-way-left";
        public static final String NOTHING_TO_TELL = "nothing-to-tell";
        public static final String NOT_TOLD = "not-told";

        private Events() {}
    }

    public static final class Variables {
        public static final Variable<String> REFERENCE = CommonVariables.REFERENCE;
        public static final Variable<String> REFERRAL_ID = CommonVariables.REFERRAL_ID;
        public static final Variable<String> TEAM = CommonVariables.TEAM;

        /** What is to be done next, or what came of it. */
        public static final Variable<String> TELLING = Variable.decision("telling", Telling.class, Telling::word);

        private Variables() {}
    }
}
