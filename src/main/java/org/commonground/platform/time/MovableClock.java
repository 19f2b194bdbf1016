package org.commonground.platform.time;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * The one clock: the system's, in UTC, plus an offset that tests and the demo move forwards. Nobody else reads the
 * time. Whoever keeps a clock of its own (the engine) listens and follows.
 */
public class MovableClock extends Clock {

    private volatile Duration offset = Duration.ZERO;
    private final List<Consumer<Duration>> followers = new CopyOnWriteArrayList<>();

    @Override
    public Instant instant() {
        return Clock.systemUTC().instant().plus(offset);
    }

    /** Moves the clock by the given time, backwards where it is negative. */
    public void move(Duration by) {
        offset = offset.plus(by);
        followers.forEach(follower -> follower.accept(offset));
    }

    public void moveTo(Instant moment) {
        move(Duration.between(instant(), moment));
    }

    /** Calls the follower with the offset now and at every change. */
    public void follow(Consumer<Duration> follower) {
        followers.add(follower);
        follower.accept(offset);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return new Clock() {
            @Override
            public ZoneId getZone() {
                return zone;
            }

            @Override
            public Clock withZone(ZoneId other) {
                return MovableClock.this.withZone(other);
            }

            @Override
            public Instant instant() {
                return MovableClock.this.instant();
            }
        };
    }
}
