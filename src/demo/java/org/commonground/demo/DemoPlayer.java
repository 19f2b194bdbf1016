package org.commonground.demo;

import com.fasterxml.jackson.core.type.TypeReference;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.stream.Stream;
import org.commonground.correspondence.outbox.Outbox;
import org.commonground.platform.time.WorkingDays;
import org.commonground.workflow.engine.DueJobs;
import org.commonground.workflow.sweep.Sweep;
import org.springframework.stereotype.Component;

/**
 * Tells the stories of the demo day by day, all of them together, with the clock set back to when the first began: each
 * morning timers, sweep and mails do what is due, then one after the other takes its next step. The steps of a day are
 * taken at different times, and nothing is done by people on a day off.
 */
@Component
class DemoPlayer {

    private static final LocalTime MORNING = LocalTime.of(8, 0);
    private static final LocalTime FIRST_VISIT = LocalTime.of(9, 10);
    private static final int MINUTES_BETWEEN_VISITS = 13;
    private static final int TURN = 7;

    private final DemoFiles files;
    private final DemoDesk desk;
    private final DemoClock clock;
    private final WorkingDays days;
    private final DueJobs jobs;
    private final Sweep sweep;
    private final Outbox outbox;

    DemoPlayer(
            DemoFiles files,
            DemoDesk desk,
            DemoClock clock,
            WorkingDays days,
            DueJobs jobs,
            Sweep sweep,
            Outbox outbox) {
        this.files = files;
        this.desk = desk;
        this.clock = clock;
        this.days = days;
        this.jobs = jobs;
        this.sweep = sweep;
        this.outbox = outbox;
    }

    /** Tells every story up to now; answers the numbers of those that came to no end, which is a mistake in them. */
    List<String> play() {
        LocalDate last = clock.lastDay();
        List<LocalDate> daysOff = clock.daysOffSince();
        List<DemoTelling> tellings = Stream.of("stories/elmbrook", "stories/thistlewick")
                .flatMap(file -> files.read(file, new TypeReference<List<DemoStory>>() {}).stream())
                .map(story -> new DemoTelling(story, days.before(last, story.begins()), desk, days))
                .toList();
        LocalDate first = tellings.stream()
                .map(DemoTelling::begins)
                .min(LocalDate::compareTo)
                .orElse(last);
        clock.elsewhen(() -> {
            clock.goBackTo(first);
            first.datesUntil(last.plusDays(1)).forEach(day -> tell(day, tellings));
            daysOff.forEach(this::morning);
        });
        catchUp();
        return tellings.stream()
                .filter(telling -> !telling.isTold())
                .map(DemoTelling::toString)
                .toList();
    }

    private void tell(LocalDate day, List<DemoTelling> tellings) {
        if (!days.isWorkingDay(day)) {
            return;
        }
        morning(day);
        for (int visit = 0; visit < tellings.size(); visit++) {
            clock.goTo(day, FIRST_VISIT.plusMinutes((long) MINUTES_BETWEEN_VISITS * visit + day.getDayOfMonth()));
            // another one is the first each day, so that nobody does everything at ten past nine
            DemoTelling next = tellings.get((visit + TURN * day.getDayOfYear()) % tellings.size());
            while (next.goesOn(day)) {
                follow();
            }
        }
    }

    private void morning(LocalDate day) {
        clock.goTo(day, MORNING);
        catchUp();
    }

    private void catchUp() {
        sweep.run();
        follow();
    }

    /** What a running service does within seconds. */
    private void follow() {
        jobs.runAll();
        outbox.sendDue();
    }
}
