package org.commonground.workflow.sweep;

import java.util.function.Supplier;
import org.commonground.group.Places;
import org.commonground.placement.Offers;
import org.commonground.platform.persistence.InOneTransaction;
import org.commonground.workflow.engine.FailureCode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/** The one sweep. Each part is a transaction of its own: what fails today is found again next time. */
@Service
public class Sweep {

    private static final Logger LOG = LoggerFactory.getLogger(Sweep.class);

    private final OverdueTasks tasks;
    private final Offers offers;
    private final Places places;
    private final InOneTransaction once;

    Sweep(OverdueTasks tasks, Offers offers, Places places, InOneTransaction once) {
        this.tasks = tasks;
        this.offers = offers;
        this.places = places;
        this.once = once;
    }

    /** Does whatever is due. */
    public void run() {
        swept("offers reminded of", offers::remindWaiting);
        swept("places given back", places::giveBackEnded);
        tasks.find().forEach(task -> swept("task overdue", () -> tasks.raise(task)));
    }

    private void swept(String what, Supplier<Integer> work) {
        try {
            int done = once.call(work);
            if (done > 0) {
                LOG.info("Swept: {} {}", done, what);
            }
        } catch (RuntimeException e) {
            LOG.error("Not swept ({}): {}", what, FailureCode.of(e));
        }
    }
}
