package org.commonground.testing;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import org.commonground.platform.time.MovableClock;
import org.commonground.platform.time.WorkingDays;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * As of when the tests run: as of now, or as if this JVM had started at the moment that the system property
 * {@code commonground.as-of} says, by a name of {@link Moment} or in London's time, such as {@code 2028-02-29T09:30}.
 * From there time goes on as it does. No test reads the time by itself; where it has no clock, it asks here.
 */
public final class AsOf implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    public static final String PROPERTY = "commonground.as-of";

    private static final Duration AHEAD = ahead(System.getProperty(PROPERTY, ""), Instant.now());

    public static Instant now() {
        return Instant.now().plus(AHEAD);
    }

    /** The day in London. */
    public static LocalDate today() {
        return LocalDate.ofInstant(now(), WorkingDays.LONDON);
    }

    /** A clock of a test's own. */
    public static MovableClock clock() {
        return set(new MovableClock());
    }

    /** The application of the tests has never known another time. */
    @Override
    public void initialize(ConfigurableApplicationContext context) {
        context.getBeanFactory().addBeanPostProcessor(new BeanPostProcessor() {
            @Override
            public Object postProcessBeforeInitialization(Object bean, String name) {
                return bean instanceof MovableClock clock ? set(clock) : bean;
            }
        });
    }

    static Duration ahead(String moment, Instant now) {
        if (moment.isBlank()) {
            return Duration.ZERO;
        }
        LocalDateTime there = Moment.named(moment)
                .map(named -> named.after(LocalDate.ofInstant(now, WorkingDays.LONDON)))
                .orElseGet(() -> parsed(moment));
        return Duration.between(now, there.atZone(WorkingDays.LONDON));
    }

    private static LocalDateTime parsed(String moment) {
        try {
            return LocalDateTime.parse(moment);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(
                    PROPERTY + " is a time such as 2028-02-29T09:30, or one of " + Moment.words(), e);
        }
    }

    /** Sets a clock to the time of the tests, wherever it has been moved to. */
    static MovableClock set(MovableClock clock) {
        clock.moveTo(now());
        return clock;
    }
}
