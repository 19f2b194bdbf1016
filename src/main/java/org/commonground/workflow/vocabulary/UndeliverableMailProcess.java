package org.commonground.workflow.vocabulary;

import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.commonground.correspondence.MessageId;
import org.commonground.correspondence.outbox.Mend;

/** A mail that could not be delivered, until its recipient has heard. Business key: the mail's id. */
public final class UndeliverableMailProcess {

    public static final String ID = "undeliverable-mail";

    private UndeliverableMailProcess() {}

    /** The mail the process is about. */
    public static MessageId mail(DelegateExecution execution) {
        return new MessageId(UUID.fromString(execution.getProcessBusinessKey()));
    }

    public static final class Tasks {
        public static final String MEND_MAIL = "mend-mail";

        private Tasks() {}
    }

    public static final class Steps {
        public static final String SEND_MAIL_AGAIN = "send-mail-again";
        public static final String CEASING = "ceasing";

        private Steps() {}
    }

    public static final class Messages {
        /** Nobody is to be told any more; other processes about a mail end by it too. */
        public static final String MESSAGE_CEASED = "message-ceased";

        private Messages() {}
    }

    public static final class Events {
        public static final String DELIVERY_FAILED = "delivery-failed";
        public static final String MAIL_SENT_AGAIN = "mail-sent-again";
        public static final String TOLD_OTHERWISE = "told-otherwise";
        public static final String ANOTHER_WAY = "another-way";
        public static final String NOT_TO_BE_TOLD = "not-to-be-told";

        private Events() {}
    }

    public static final class Variables {
        /** Not set where the mail is about no referral. */
        public static final Variable<String> REFERENCE = CommonVariables.REFERENCE;

        public static final Variable<String> REFERRAL_ID = CommonVariables.REFERRAL_ID;

        /** The engine's group that mends it: the referral's team, or the administrators. */
        public static final Variable<String> OWNER = Variable.of("owner", String.class);

        public static final Variable<String> MEND = Variable.decision("mend", Mend.class, Mend::word);

        private Variables() {}
    }
}
