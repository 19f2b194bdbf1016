package org.commonground.correspondence.outbox;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.commonground.correspondence.ClaimedMail;
import org.commonground.correspondence.channel.Delivery;
import org.commonground.correspondence.channel.MailSettings;
import org.commonground.platform.Ids;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes due mails one by one: claims a mail in a transaction of its own, writes and sends it outside any, and records
 * what became of it in another. A node that dies in between leaves a claim that expires; then the mail is sent again
 * with the same Message-ID, which is as close to "once" as SMTP comes.
 */
@Component
class Sender {

    private final MessageRepository rows;
    private final SendAttempts attempts;
    private final SendResults results;
    private final MailSettings settings;
    private final Clock clock;
    private final ConfigurableApplicationContext node;
    private final TransactionTemplate transaction;

    Sender(
            MessageRepository rows,
            SendAttempts attempts,
            SendResults results,
            MailSettings settings,
            Clock clock,
            ConfigurableApplicationContext node,
            PlatformTransactionManager transactions) {
        this.rows = rows;
        this.attempts = attempts;
        this.results = results;
        this.settings = settings;
        this.clock = clock;
        this.node = node;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Stops between two mails once the node is shutting down: what waits goes out after the next start. */
    int sendDue() {
        int sent = 0;
        for (Optional<ClaimedMail> next = claim(); next.isPresent(); next = claim()) {
            Delivery delivery = attempts.of(next.get());
            results.tryToRecord(next.get(), delivery);
            if (delivery instanceof Delivery.Sent) {
                sent++;
            }
            if (delivery instanceof Delivery.NoAnswer) {
                break;
            }
        }
        return sent;
    }

    private Optional<ClaimedMail> claim() {
        if (node.isClosed()) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        return transaction.execute(status -> rows.claim(Ids.next(), now, now.plus(settings.claim())));
    }
}
