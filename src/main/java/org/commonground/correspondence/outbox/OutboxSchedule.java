package org.commonground.correspondence.outbox;

import java.time.Clock;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.commonground.correspondence.channel.MailSettings;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Looks into the outbox every few seconds, on every node. As many senders work as mails are due, up to a number: each
 * takes one mail after the other, and what one has taken the others leave.
 */
@Component
class OutboxSchedule implements DisposableBean {

    private final Outbox outbox;
    private final MessageRepository rows;
    private final MailSettings settings;
    private final Clock clock;
    private final ExecutorService senders;

    OutboxSchedule(Outbox outbox, MessageRepository rows, MailSettings settings, Clock clock) {
        this.outbox = outbox;
        this.rows = rows;
        this.settings = settings;
        this.clock = clock;
        this.senders = Executors.newFixedThreadPool(settings.senders(), work -> new Thread(work, "mail"));
    }

    /** Returns when nothing is due any more, or no mail server answers. */
    @Scheduled(fixedDelayString = "${commonground.mail.every:5s}")
    void send() {
        List<CompletableFuture<Void>> all = IntStream.range(0, rows.due(clock.instant(), settings.senders()))
                .mapToObj(sender -> CompletableFuture.runAsync(outbox::sendDue, senders))
                .toList();
        all.forEach(CompletableFuture::join);
    }

    /** Each ends with the mail it is about; the scheduler that waits for them gives them the time. */
    @Override
    public void destroy() {
        senders.shutdown();
    }
}
