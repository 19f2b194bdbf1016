package org.commonground.testing;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestExecutionListener;

/** Drops the mails that earlier tests left waiting: nobody reads them, and sending them all takes minutes. */
class MailsLeft implements TestExecutionListener {

    @Override
    public void beforeTestMethod(TestContext test) {
        test.getApplicationContext()
                .getBean(JdbcClient.class)
                .sql("update app.outbox set state = 'dropped', settled = posted where state = 'waiting'")
                .update();
    }
}
