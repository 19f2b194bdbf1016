package org.commonground.testing;

import java.time.Instant;
import org.commonground.platform.time.MovableClock;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestExecutionListener;

/** Sets the one clock back to the real time after each test, because all tests share it. */
class ClockSetBack implements TestExecutionListener {

    @Override
    public void afterTestMethod(TestContext test) {
        test.getApplicationContext().getBean(MovableClock.class).moveTo(Instant.now());
    }
}
