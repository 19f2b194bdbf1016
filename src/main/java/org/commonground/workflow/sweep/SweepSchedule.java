package org.commonground.workflow.sweep;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Runs the sweep every few minutes, on every node. */
@Component
class SweepSchedule {

    private final Sweep sweep;

    SweepSchedule(Sweep sweep) {
        this.sweep = sweep;
    }

    @Scheduled(fixedDelayString = "${commonground.sweep.every:5m}", initialDelayString = "PT30S")
    void run() {
        sweep.run();
    }
}
