package org.commonground.platform.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.commonground.platform.Ids;
import org.commonground.platform.refusal.Refusal;
import org.commonground.testing.CommonGroundTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** Lost races of every kind, made on the real database. */
@CommonGroundTest
class InOneTransactionTest {

    @Autowired
    InOneTransaction inOneTransaction;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    JdbcClient jdbc;

    private final AtomicInteger attempts = new AtomicInteger();

    @Test
    void commitsWhatIsDone() {
        UUID id = Ids.next();

        String answer = inOneTransaction.call(() -> {
            writeEvent(id);
            return "done";
        });

        assertThat(answer).isEqualTo("done");
        assertThat(events(id)).isOne();
    }

    @Test
    void doesTheLoserOfADeadlockAgain() {
        long one = LockNumbers.next();
        long other = LockNumbers.next();
        CyclicBarrier bothHoldOne = new CyclicBarrier(2);

        CompletableFuture<Void> first = CompletableFuture.runAsync(() -> lockBoth(one, other, bothHoldOne));
        CompletableFuture<Void> second = CompletableFuture.runAsync(() -> lockBoth(other, one, bothHoldOne));
        CompletableFuture.allOf(first, second).orTimeout(30, TimeUnit.SECONDS).join();

        assertThat(attempts).hasValue(3);
    }

    @Test
    void doesASerializationFailureAgain() {
        UUID id = Ids.next();

        inOneTransaction.run(() -> {
            jdbc.sql("set transaction isolation level repeatable read").update();
            writeEvent(attempts.incrementAndGet() == 1 ? Ids.next() : id);
            if (attempts.get() == 1) {
                overtaken();
            }
        });

        assertThat(attempts).hasValue(2);
        assertThat(events(id)).isOne();
    }

    @Test
    void doesAgainWhatAnotherRoomRecognises() {
        InOneTransaction with =
                new InOneTransaction(transactions, List.of(UnsupportedOperationException.class::isInstance));

        with.run(() -> {
            if (attempts.incrementAndGet() < 4) {
                throw new IllegalStateException("wrapped", new UnsupportedOperationException());
            }
        });

        assertThat(attempts).hasValue(4);
    }

    @Test
    void givesUpAfterThreeRetriesInPlainWords() {
        InOneTransaction with =
                new InOneTransaction(transactions, List.of(UnsupportedOperationException.class::isInstance));
        UUID id = Ids.next();

        assertThatThrownBy(() -> with.run(() -> {
                    writeEvent(id);
                    attempts.incrementAndGet();
                    throw new UnsupportedOperationException();
                }))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.kind()).isEqualTo(Refusal.Kind.CONFLICT))
                .hasMessageContaining("try again")
                .hasNoCause();
        assertThat(attempts).hasValue(4);
        assertThat(events(id)).isZero();
    }

    @Test
    void doesNothingElseAgain() {
        UUID id = Ids.next();

        assertThatThrownBy(() -> inOneTransaction.run(() -> {
                    attempts.incrementAndGet();
                    writeEvent(id);
                    writeEvent(id);
                }))
                .isInstanceOf(DataIntegrityViolationException.class)
                // the driver leaves out the detail, which would quote the row
                .hasMessageNotContaining(id.toString());
        assertThat(attempts).hasValue(1);
    }

    @Test
    void isTheOutermostThing() {
        assertThatThrownBy(() -> inOneTransaction.run(() -> inOneTransaction.run(() -> {})))
                .isInstanceOf(IllegalStateException.class);
    }

    private void lockBoth(long first, long second, CyclicBarrier bothHoldOne) {
        AtomicInteger mine = new AtomicInteger();
        inOneTransaction.run(() -> {
            attempts.incrementAndGet();
            lock(first);
            if (mine.incrementAndGet() == 1) {
                await(bothHoldOne);
            }
            lock(second);
        });
    }

    private void lock(long number) {
        jdbc.sql("select pg_advisory_xact_lock(?)").param(number).query(rows -> {});
    }

    /** Another transaction changes and commits a row after this one has taken its view of the data. */
    private void overtaken() {
        String change = "update act_ge_property set value_ = value_ where name_ = 'schema.version'";
        CompletableFuture.runAsync(() -> jdbc.sql(change).update()).join();
        jdbc.sql(change).update();
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await(20, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private void writeEvent(UUID id) {
        jdbc.sql("insert into event (id, at, kind, actor, role)"
                        + " values (?, timestamptz '2026-01-05 09:00Z', 'tested', 'system', 'system')")
                .param(id)
                .update();
    }

    private long events(UUID id) {
        return jdbc.sql("select count(*) from event where id = ?")
                .param(id)
                .query(Long.class)
                .single();
    }

    /** Numbers for locks that no other test uses. */
    private static final class LockNumbers {
        static long next() {
            return Ids.next().getLeastSignificantBits();
        }
    }
}
