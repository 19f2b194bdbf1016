package org.commonground.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.UUID;
import org.commonground.correspondence.MessageKind;
import org.commonground.correspondence.outbox.Outbox;
import org.commonground.correspondence.outbox.Senders;
import org.commonground.platform.Ids;
import org.commonground.platform.persistence.InOneTransaction;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How many mails leave in a second while nothing else runs: by one sender, and by as many as are set. */
record MailRate(double oneSender, double allSenders) {

    static MailRate of(BeanFactory context, int mails) {
        UUID referral = context.getBean(JdbcClient.class)
                .sql("select id from referral order by id desc limit 1")
                .query(UUID.class)
                .single();
        Outbox outbox = context.getBean(Outbox.class);
        // what the walks have left, and a compiler that has seen it
        Senders.all(context);
        post(context, outbox, referral, mails);
        Senders.all(context);

        double one = rate(context, outbox, referral, mails, outbox::sendDue);
        double all = rate(context, outbox, referral, mails, () -> Senders.all(context));
        return new MailRate(one, all);
    }

    private static double rate(BeanFactory context, Outbox outbox, UUID referral, int mails, Runnable send) {
        post(context, outbox, referral, mails);
        long begun = System.nanoTime();
        send.run();
        Duration taken = Duration.ofNanos(System.nanoTime() - begun);
        assertThat(context.getBean(JdbcClient.class)
                        .sql(
                                "select count(*) from message where subject_id = ? and kind = 'received' and state <> 'sent'")
                        .param(referral)
                        .query(Integer.class)
                        .single())
                .as("all have left")
                .isZero();
        return mails * 1000.0 / taken.toMillis();
    }

    /** A mail to the practice, on an occasion of its own each. */
    private static void post(BeanFactory context, Outbox outbox, UUID referral, int mails) {
        context.getBean(InOneTransaction.class).run(() -> {
            for (int mail = 0; mail < mails; mail++) {
                outbox.post(MessageKind.RECEIVED, referral, Ids.next());
            }
        });
    }
}
