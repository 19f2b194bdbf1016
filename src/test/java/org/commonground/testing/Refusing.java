package org.commonground.testing;

import java.util.concurrent.atomic.AtomicInteger;
import org.commonground.platform.persistence.InOneTransaction;
import org.commonground.platform.refusal.Refusal;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.test.util.ReflectionTestUtils;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionCallback;
import org.springframework.transaction.support.TransactionTemplate;

/** For a moment every use case is refused, whatever it is asked: where its transaction would begin. */
public final class Refusing extends TransactionTemplate implements AutoCloseable {

    private static final long serialVersionUID = 1L;
    private static final String FIELD = "transaction";

    private final transient InOneTransaction once;
    private final transient Object before;
    private final transient Refusal refusal;
    private final AtomicInteger asked = new AtomicInteger();

    private Refusing(InOneTransaction once, PlatformTransactionManager transactions, Refusal refusal) {
        super(transactions);
        this.once = once;
        this.before = ReflectionTestUtils.getField(once, FIELD);
        this.refusal = refusal;
        ReflectionTestUtils.setField(once, FIELD, this);
    }

    public static Refusing with(Refusal refusal, BeanFactory context) {
        return new Refusing(
                context.getBean(InOneTransaction.class), context.getBean(PlatformTransactionManager.class), refusal);
    }

    @Override
    public <T> T execute(TransactionCallback<T> work) {
        asked.incrementAndGet();
        throw refusal;
    }

    /** How many use cases were refused. */
    public int asked() {
        return asked.get();
    }

    @Override
    public void close() {
        ReflectionTestUtils.setField(once, FIELD, before);
    }
}
