package org.commonground.benchmark;

import java.io.ByteArrayInputStream;
import java.lang.reflect.InvocationTargetException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonground.benchmark.Recording.Commit;
import org.commonground.benchmark.Recording.Execution;
import org.commonground.benchmark.Recording.Parameter;
import org.commonground.benchmark.Recording.Several;
import org.commonground.benchmark.Recording.Streamed;
import org.commonground.platform.Ids;
import org.commonground.referral.Reference;

/**
 * The statements of recorded referrals that write or lock, to be executed once more by bare JDBC in the same commits: what
 * the same rows cost when nobody reads, decides or calls anything. Every id and reference that came into being while it
 * was recorded becomes another one, in the same order of time; neighbourhood, groups and people are those of another
 * walk. Everything is made ready before, so that nothing but the driver's work is timed.
 */
final class Replay {

    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
    private static final Pattern REFERENCE = Pattern.compile("CG-[0-9A-Z]{4}-[0-9A-Z]{2}");

    /** A UUID of version 7 begins with 48 bits of milliseconds. */
    private static final int TIME = 16;

    private final Map<UUID, UUID> around;
    private final long from;
    private final long later;
    private final long mask;
    private final Set<String> references;
    private final Map<String, String> fresh = new HashMap<>();

    private Replay(Map<UUID, UUID> around, long from, Set<String> references) {
        this.around = around;
        this.from = from;
        this.later = System.currentTimeMillis() - from;
        // ids of one millisecond are told apart, and kept in order, by the bits before these
        this.mask = Ids.next().getLeastSignificantBits() & 0xffff_ffffL;
        this.references = references;
    }

    /**
     * Makes all ready.
     *
     * @param recorded by leg, the commits of each referral, without what neither writes nor locks
     * @param around what the recorded ones found there, and what is there now instead
     * @param from the millisecond in which recording began: ids of then or later become others
     * @param references those there are; the new ones are added
     */
    static Map<String, List<List<Commit>>> of(
            Map<String, List<List<Commit>>> recorded, Map<UUID, UUID> around, long from, Set<String> references) {
        Replay replay = new Replay(around, from, references);
        Map<String, List<List<Commit>>> again = new LinkedHashMap<>();
        recorded.forEach((leg, referrals) -> again.put(
                leg,
                referrals.stream()
                        .map(commits -> commits.stream()
                                .filter(Commit::writes)
                                .map(replay::again)
                                .toList())
                        .toList()));
        return again;
    }

    /** Executes and commits. The connection commits nothing by itself. */
    static void execute(List<Commit> commits, Connection connection) {
        try {
            for (Commit commit : commits) {
                for (Execution execution : commit.executions()) {
                    execute(execution, connection);
                }
                connection.commit();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("What was recorded cannot be executed again", e);
        }
    }

    private static void execute(Execution execution, Connection connection) throws SQLException {
        try (PreparedStatement sql = connection.prepareStatement(execution.sql())) {
            for (List<Parameter> row : execution.rows()) {
                for (Parameter parameter : row) {
                    set(parameter, sql, connection);
                }
                if (execution.batch()) {
                    sql.addBatch();
                }
            }
            if (execution.batch()) {
                sql.executeBatch();
            } else {
                sql.execute();
            }
        }
    }

    private static void set(Parameter parameter, PreparedStatement sql, Connection connection) throws SQLException {
        Object[] arguments = parameter.arguments().toArray();
        for (int place = 0; place < arguments.length; place++) {
            if (arguments[place] instanceof Streamed stream) {
                arguments[place] = new ByteArrayInputStream(stream.bytes());
            } else if (arguments[place] instanceof Several several) {
                arguments[place] = connection.createArrayOf(several.type(), several.elements());
            }
        }
        try {
            parameter.setter().invoke(sql, arguments);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException(parameter.setter().getName(), e);
        }
    }

    private Commit again(Commit commit) {
        return new Commit(commit.executions().stream()
                .map(execution -> new Execution(
                        execution.sql(),
                        execution.batch(),
                        execution.rows().stream().map(this::again).toList()))
                .toList());
    }

    private List<Parameter> again(List<Parameter> row) {
        List<Parameter> again = new ArrayList<>();
        for (Parameter parameter : row) {
            List<Object> arguments = new ArrayList<>();
            parameter.arguments().forEach(argument -> arguments.add(again(argument)));
            again.add(new Parameter(parameter.setter(), arguments));
        }
        return again;
    }

    private Object again(Object value) {
        if (value instanceof UUID id) {
            return other(id);
        }
        if (value instanceof String text) {
            return again(text);
        }
        if (value instanceof byte[] bytes) {
            return again(bytes);
        }
        if (value instanceof Streamed stream) {
            return new Streamed(again(stream.bytes()));
        }
        if (value instanceof Several several) {
            Object[] elements = several.elements().clone();
            for (int place = 0; place < elements.length; place++) {
                elements[place] = again(elements[place]);
            }
            return new Several(several.type(), elements);
        }
        return value;
    }

    private byte[] again(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        return again(text).getBytes(StandardCharsets.ISO_8859_1);
    }

    private String again(String text) {
        String ids = ID.matcher(text)
                .replaceAll(found -> other(UUID.fromString(found.group())).toString());
        Matcher reference = REFERENCE.matcher(ids);
        return reference.find()
                ? reference.replaceAll(found -> fresh.computeIfAbsent(found.group(), this::unused))
                : ids;
    }

    private String unused(String known) {
        String reference;
        do {
            reference = Reference.random().text();
        } while (!references.add(reference));
        return reference;
    }

    private UUID other(UUID id) {
        UUID instead = around.get(id);
        if (instead != null) {
            return instead;
        }
        long at = id.getMostSignificantBits() >>> TIME;
        return id.version() != 7 || at < from
                ? id
                : new UUID(id.getMostSignificantBits() + (later << TIME), id.getLeastSignificantBits() ^ mask);
    }
}
