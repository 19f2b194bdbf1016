package org.commonground.person;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Indexes whoever is not by today's secret: an installation may have a new one. Runs
 * before the application says that it is ready, in small transactions; nodes that start together share the work.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class PersonIndexAtStart implements ApplicationRunner {

    private static final int AT_ONCE = 200;

    private final PersonIndex index;

    PersonIndexAtStart(PersonIndex index) {
        this.index = index;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        int done;
        do {
            done = index.writeMissing(AT_ONCE);
        } while (done == AT_ONCE);
    }
}
