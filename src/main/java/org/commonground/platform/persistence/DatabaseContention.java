package org.commonground.platform.persistence;

import java.sql.SQLException;
import java.util.Set;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;

/** Serialization failures and deadlocks, as PostgreSQL reports them, and rows that somebody else has changed. */
@Component
class DatabaseContention implements Contention {

    private static final Set<String> LOST_RACES = Set.of("40001", "40P01");

    @Override
    public boolean isToldBy(Throwable exception) {
        return exception instanceof OptimisticLockingFailureException
                || exception instanceof SQLException sql && LOST_RACES.contains(sql.getSQLState());
    }
}
