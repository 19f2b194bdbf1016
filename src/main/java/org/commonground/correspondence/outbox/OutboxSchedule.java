package org.commonground.correspondence.outbox;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Looks into the outbox every few seconds, on every node. */
@Component
class OutboxSchedule {

    private final Outbox outbox;

    OutboxSchedule(Outbox outbox) {
        this.outbox = outbox;
    }

    @Scheduled(fixedDelayString = "${commonground.mail.every:5s}")
    void send() {
        outbox.sendDue();
    }
}
