package org.commonground.workflow.engine;

import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.commonground.platform.time.MovableClock;
import org.springframework.stereotype.Component;

/** Lets the engine's clock follow ours, so that a test that moves the clock finds the engine's timers due. */
@Component
class EngineClock {

    EngineClock(MovableClock clock) {
        clock.follow(offset -> ClockUtil.offset(offset.toMillis()));
    }
}
