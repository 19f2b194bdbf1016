package org.commonground.platform.personal;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
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
class IndexesAtStart implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(IndexesAtStart.class);
    private static final int AT_ONCE = 200;

    private final List<Rebuilt> indexes;

    IndexesAtStart(List<Rebuilt> indexes) {
        this.indexes = indexes;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        indexes.forEach(IndexesAtStart::rebuild);
    }

    private static void rebuild(Rebuilt index) {
        int done;
        do {
            done = index.writeMissing(AT_ONCE);
            if (done > 0) {
                LOG.info("Made the index of {} {}", done, index.of());
            }
        } while (done == AT_ONCE);
    }
}
