package org.commonground.correspondence.channel;

import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How mails are sent.
 *
 * @param from the sender, with or without a name; empty: {@code no-reply@} and the public address's host
 * @param every the pause between two looks into the outbox
 * @param senders how many mails a node sends at once at most; each waits for the mail server and the disk most of its time
 * @param claim how long a node may take over one mail before another may try; longer than the mail server's time-outs
 * @param pauses the pauses after the first, second … failed attempt; with one more failure the mail is undeliverable
 */
@Validated
@ConfigurationProperties("commonground.mail")
public record MailSettings(
        @DefaultValue("") String from,
        @DefaultValue("5s") Duration every,
        @DefaultValue("6") @Min(1) int senders,
        @DefaultValue("60s") Duration claim,

        @DefaultValue({"1m", "5m", "30m", "2h", "6h", "12h", "24h"})
        List<Duration> pauses) {

    public MailSettings {
        pauses = List.copyOf(pauses);
    }
}
