package org.commonground.testing;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestExecutionListener;

/**
 * Takes what earlier tests have left out of the way of the next, which would be told of it, tell of it or send it
 * hundredfold: administrators, who are everybody's, tasks that still become overdue, mails that still wait.
 */
class LeftBehind implements TestExecutionListener {

    /** Within a class people may stay: some make them once for all its tests. */
    @Override
    public void beforeTestClass(TestContext test) {
        Here.leave();
        jdbc(test).sql("""
                        update app.account a set active = false where active and username <> 'admin'
                          and exists (select 1 from app.account_role r where r.account_id = a.id and r.role = 'administrator')""").update();
        jdbc(test)
                .sql("update engine.act_ru_task set priority_ = 90 where priority_ < 90")
                .update();
    }

    @Override
    public void beforeTestMethod(TestContext test) {
        jdbc(test)
                .sql("update app.message set state = 'dropped', settled = posted where state = 'waiting'")
                .update();
    }

    private static JdbcClient jdbc(TestContext test) {
        return test.getApplicationContext().getBean(JdbcClient.class);
    }
}
