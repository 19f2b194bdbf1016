package org.commonground.benchmark;

import java.time.Instant;
import java.util.List;
import org.commonground.benchmark.Callers.Who;
import org.commonground.neighbourhood.PracticeKey;
import org.commonground.testing.Visitor;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What people do all day, over HTTP, one call after the other. */
final class Calls {

    private final Callers callers;
    private final PracticeCalls practice;
    private final TaskCalls tasks;
    private final PageCalls pages;
    private final int repeats;

    /**
     * @param practice whose system refers and asks
     * @param made when the data were
     * @param repeats how often each call is made, as far as there is something to call for
     */
    Calls(int port, BeanFactory context, PracticeKey practice, Instant made, int repeats) {
        this.callers = new Callers(port, context.getBean(JdbcClient.class));
        this.practice = new PracticeCalls(callers, practice);
        this.tasks = new TaskCalls(callers, context, made);
        this.pages = new PageCalls(callers);
        this.repeats = repeats;
    }

    /** A tenth is done first and not counted: a JVM that has just started is slow at everything. */
    Timings run() {
        if (repeats >= 10) {
            once(new Timings(), repeats / 10);
        }
        Timings timings = new Timings();
        once(timings, repeats);
        return timings;
    }

    private void once(Timings timings, int times) {
        List<Who> linkWorkers = callers.linkWorkers(20);
        for (int number = 0; number < times; number++) {
            Who who = linkWorkers.get(number % linkWorkers.size());
            Visitor stranger = callers.stranger();
            timings.of("Sign in (page and answer)", () -> Callers.signIn(stranger, who));
            tasks.lists(who, timings);
            timings.of(
                    "Search people by name (page and answer)",
                    () -> Callers.ok(callers.visitor(who).submit("/referrals", "who", "Sampleby")));
            practice.refer(timings);
        }
        pages.open(times, timings);
        pages.find(times, timings);
        tasks.answer(times, timings);
    }
}
