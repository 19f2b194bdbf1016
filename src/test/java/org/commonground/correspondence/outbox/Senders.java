package org.commonground.correspondence.outbox;

import org.springframework.beans.factory.BeanFactory;

/** What the schedule does every few seconds, when somebody wants it done now. */
public final class Senders {

    private Senders() {}

    /** As many as mails are due, up to the setting, until nothing is. */
    public static void all(BeanFactory context) {
        context.getBean(OutboxSchedule.class).send();
    }
}
