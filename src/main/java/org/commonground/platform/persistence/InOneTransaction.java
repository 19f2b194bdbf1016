package org.commonground.platform.persistence;

import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import org.commonground.platform.refusal.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Runs what somebody asked for in one transaction, and once more, up to three times, when it only lost a race against
 * somebody else. It is the outermost thing: whoever answers a task, calls the API or sends a page's form goes through
 * it; jobs are repeated by the engine.
 */
@Component
public class InOneTransaction {

    private static final Logger LOG = LoggerFactory.getLogger(InOneTransaction.class);
    private static final int RETRIES = 3;
    private static final long SHORTEST_PAUSE_MS = 20;
    private static final long LONGEST_PAUSE_MS = 120;

    private final TransactionTemplate transaction;
    private final List<Contention> contentions;

    InOneTransaction(PlatformTransactionManager transactions, List<Contention> contentions) {
        this.transaction = new TransactionTemplate(transactions);
        this.contentions = List.copyOf(contentions);
    }

    /** As {@link #call}, for what has no answer. */
    public void run(Runnable work) {
        call(() -> {
            work.run();
            return null;
        });
    }

    /**
     * Runs the work, which must be free of effects that a rollback does not undo, and commits.
     *
     * @throws Refusal (a conflict) when every attempt lost its race; any other failure comes out as it is
     */
    public <T> T call(Supplier<T> work) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("Nothing can be done again inside a transaction that is already running");
        }
        for (int retry = 0; ; retry++) {
            try {
                return transaction.execute(status -> work.get());
            } catch (RuntimeException e) {
                if (!lostRace(e)) {
                    throw e;
                }
                if (retry == RETRIES) {
                    LOG.warn("Gave up after {} lost races", retry + 1);
                    throw Refusal.conflict("Somebody else changed this at the same moment. Please try again.");
                }
                pause(retry + 1);
            }
        }
    }

    private boolean lostRace(Throwable failure) {
        for (Throwable e = failure; e != null; e = e.getCause()) {
            Throwable one = e;
            if (contentions.stream().anyMatch(contention -> contention.isToldBy(one))) {
                return true;
            }
        }
        return false;
    }

    /** Random, so that two who met do not meet again, and longer each time. */
    private static void pause(int times) {
        try {
            Thread.sleep(times * ThreadLocalRandom.current().nextLong(SHORTEST_PAUSE_MS, LONGEST_PAUSE_MS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted before another attempt", e);
        }
    }
}
