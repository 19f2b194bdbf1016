package org.commonground.correspondence.outbox;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.commonground.platform.metrics.Reading;
import org.springframework.stereotype.Component;

/**
 * How the outbox stands. A mail server that is away shows here and not in the health of a node: restarting or leaving
 * out a node would send no mail sooner.
 */
@Component
class OutboxMetrics implements MeterBinder {

    /**
     * What the gauges show.
     *
     * @param waiting mails that are still to be sent, those on their way included
     * @param oldest when the oldest of them was posted; null where none waits
     * @param failed mails that somebody has to mend
     */
    record Backlog(long waiting, Instant oldest, long failed) {

        double seconds(Clock clock) {
            return oldest == null
                    ? 0
                    // the clock can be set back behind it, by an operator or a test
                    : Math.max(0, Duration.between(oldest, clock.instant()).toSeconds());
        }
    }

    private final Reading<Backlog> backlog;
    private final Clock clock;

    OutboxMetrics(MessageRepository rows, Clock clock) {
        this.backlog = new Reading<>(rows::backlog);
        this.clock = clock;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("commonground.outbox.waiting", () -> backlog.get().waiting())
                .description("Mails that are still to be sent")
                .register(registry);
        TimeGauge.builder("commonground.outbox.oldest", () -> backlog.get().seconds(clock), TimeUnit.SECONDS)
                .description("How long the oldest of them has waited")
                .register(registry);
        Gauge.builder("commonground.outbox.failed", () -> backlog.get().failed())
                .description("Undeliverable mails that wait for somebody to mend them")
                .register(registry);
    }
}
