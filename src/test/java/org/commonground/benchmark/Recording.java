package org.commonground.benchmark;

import java.io.ByteArrayInputStream;
import java.lang.reflect.Method;
import java.sql.Array;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import net.ttddyy.dsproxy.ExecutionInfo;
import net.ttddyy.dsproxy.QueryInfo;
import net.ttddyy.dsproxy.listener.MethodExecutionContext;
import net.ttddyy.dsproxy.listener.lifecycle.JdbcLifecycleEventListenerAdapter;
import net.ttddyy.dsproxy.proxy.ParameterSetOperation;

/**
 * What was executed at the JDBC driver, and what was committed together, in the order of the commits. It keeps the
 * parameters, so that the same can be executed once more.
 */
final class Recording extends JdbcLifecycleEventListenerAdapter {

    private static final Pattern WRITES =
            Pattern.compile("\\s*(?:insert|update|delete|merge|with\\b.*\\b(?:insert|update|delete)\\b).*", flags());

    private static final Pattern LOCKS =
            Pattern.compile("\\s*select\\b.*(?:\\bfor\\s+(?:no\\s+key\\s+)?update\\b|\\bpg_advisory).*", flags());

    private final Map<String, List<Execution>> open = new ConcurrentHashMap<>();
    private final List<Commit> commits = new ArrayList<>();
    private int undone;

    private static int flags() {
        return Pattern.CASE_INSENSITIVE | Pattern.DOTALL;
    }

    /** One parameter as it was set: by which method of a prepared statement, with what. */
    record Parameter(Method setter, List<Object> arguments) {}

    /**
     * One call of the driver.
     *
     * @param rows the parameters of each row of a batch; of any other statement, of the one
     */
    record Execution(String sql, boolean batch, List<List<Parameter>> rows) {

        boolean writes() {
            return WRITES.matcher(sql).matches();
        }

        /** Writes that ask what is free, such as a seat, are only right where others wait. */
        boolean writesOrLocks() {
            return writes() || LOCKS.matcher(sql).matches();
        }
    }

    /** What was executed in one transaction; outside of any, a statement is committed by itself. */
    record Commit(List<Execution> executions) {

        boolean writes() {
            return executions.stream().anyMatch(Execution::writes);
        }

        Commit writesAndLocks() {
            return new Commit(
                    executions.stream().filter(Execution::writesOrLocks).toList());
        }
    }

    /** The commits since it was asked last. */
    synchronized List<Commit> taken() {
        List<Commit> taken = List.copyOf(commits);
        commits.clear();
        return taken;
    }

    /** How many transactions were rolled back: what was executed in them is not here. */
    synchronized int undone() {
        return undone;
    }

    /** Before, because a stream that was sent is empty. */
    @Override
    public void beforeQuery(ExecutionInfo info, List<QueryInfo> queries) {
        if (queries.isEmpty()) {
            return;
        }
        if (queries.size() > 1) {
            throw new IllegalStateException("Only batches of one statement are kept whole");
        }
        QueryInfo first = queries.get(0);
        List<List<Parameter>> rows = new ArrayList<>();
        for (List<ParameterSetOperation> row : first.getParametersList()) {
            rows.add(row.stream().map(Recording::kept).toList());
        }
        open.computeIfAbsent(info.getConnectionId(), opened -> new ArrayList<>())
                .add(new Execution(first.getQuery().intern(), info.isBatch(), rows));
    }

    @Override
    public void afterQuery(ExecutionInfo info, List<QueryInfo> queries) {
        try {
            if (info.getStatement().getConnection().getAutoCommit()) {
                commit(info.getConnectionId());
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void afterCommit(MethodExecutionContext done) {
        commit(done.getConnectionInfo().getConnectionId());
    }

    @Override
    public void afterRollback(MethodExecutionContext done) {
        if (open.remove(done.getConnectionInfo().getConnectionId()) != null) {
            synchronized (this) {
                undone++;
            }
        }
    }

    private void commit(String connection) {
        List<Execution> executed = open.remove(connection);
        if (executed != null) {
            synchronized (this) {
                commits.add(new Commit(List.copyOf(executed)));
            }
        }
    }

    private static Parameter kept(ParameterSetOperation set) {
        List<Object> arguments = new ArrayList<>();
        for (Object argument : set.getArgs()) {
            arguments.add(kept(argument));
        }
        return new Parameter(set.getMethod(), arguments);
    }

    private static Object kept(Object argument) {
        if (argument instanceof ByteArrayInputStream stream) {
            byte[] bytes = stream.readAllBytes();
            stream.reset();
            return new Streamed(bytes);
        }
        if (argument instanceof Array array) {
            try {
                return new Several(array.getBaseTypeName(), (Object[]) array.getArray());
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
        return argument;
    }

    /** What a stream held. */
    record Streamed(byte[] bytes) {}

    /** What an array held, which belongs to its connection. */
    record Several(String type, Object[] elements) {}
}
