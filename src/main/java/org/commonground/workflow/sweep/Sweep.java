package org.commonground.workflow.sweep;

import java.util.function.Supplier;
import org.commonground.group.Closures;
import org.commonground.group.GroupId;
import org.commonground.group.Places;
import org.commonground.placement.offer.OfferReminders;
import org.commonground.placement.waiting.FreedPlaces;
import org.commonground.platform.persistence.InOneTransaction;
import org.commonground.workflow.engine.FailureCode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.stereotype.Service;

/**
 * The one sweep. Each piece of work is a transaction of its own: what fails today is found again next time, and so is
 * what is left when the node shuts down in between.
 */
@Service
public class Sweep {

    private static final Logger LOG = LoggerFactory.getLogger(Sweep.class);

    private final OverdueTasks tasks;
    private final OfferReminders reminders;
    private final Places places;
    private final FreedPlaces freedPlaces;
    private final Closures closures;
    private final InOneTransaction once;
    private final ConfigurableApplicationContext node;

    Sweep(
            OverdueTasks tasks,
            OfferReminders reminders,
            Places places,
            FreedPlaces freedPlaces,
            Closures closures,
            InOneTransaction once,
            ConfigurableApplicationContext node) {
        this.tasks = tasks;
        this.reminders = reminders;
        this.places = places;
        this.freedPlaces = freedPlaces;
        this.closures = closures;
        this.once = once;
        this.node = node;
    }

    /** Does whatever is due. */
    public void run() {
        swept("offers reminded of", reminders::remindWaiting);
        places.ended()
                .forEach(ended -> swept("place given back, placement " + ended, () -> places.giveBackEnded(ended)));
        closures.due().forEach(group -> swept("group closed", () -> closures.beginDue(group)));
        freedPlaces.awaited().forEach(this::moveOn);
        tasks.find().forEach(task -> swept("task overdue", () -> tasks.raise(task)));
    }

    /** One person at a time: what is done for one stays done. */
    private void moveOn(GroupId group) {
        while (swept("free place held for who waits", () -> freedPlaces.moveOn(group)) > 0) {
            // the next one
        }
    }

    private int swept(String what, Supplier<Integer> work) {
        if (node.isClosed()) {
            return 0;
        }
        try {
            int done = once.call(work);
            if (done > 0) {
                LOG.info("Swept: {} {}", done, what);
            }
            return done;
        } catch (RuntimeException e) {
            LOG.error("Not swept ({}): {}", what, FailureCode.of(e));
            return 0;
        }
    }
}
