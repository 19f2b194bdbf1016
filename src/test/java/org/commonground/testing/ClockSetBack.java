package org.commonground.testing;

import org.commonground.platform.time.MovableClock;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestExecutionListener;

/** Sets the one clock back to the time of the tests after each test, because all tests share it. */
class ClockSetBack implements TestExecutionListener {

    @Override
    public void afterTestMethod(TestContext test) {
        AsOf.set(test.getApplicationContext().getBean(MovableClock.class));
    }
}
