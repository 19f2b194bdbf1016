package org.commonground.benchmark;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.commonground.benchmark.Recording.Commit;
import org.commonground.benchmark.Recording.Execution;
import org.commonground.platform.persistence.DatabaseAccess;
import org.commonground.testing.Tap;
import org.commonground.workflow.traces.HappyPath;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whole referrals in an application in which nothing happens by itself: counted, timed, or recorded and replayed. */
final class Referring {

    private final BeanFactory application;
    private final Tap tap;
    private final Server server;

    /** @param data the folder of its embedded database */
    Referring(BeanFactory application, Path data) throws IOException {
        this.application = application;
        this.tap = application.getBean(Tap.class);
        this.server = Server.of(data, application.getBean(DatabaseAccess.class));
    }

    Server server() {
        return server;
    }

    /**
     * Referrals that went their way one after the other in each leg, all the way.
     *
     * @param legs by leg, the commits of each referral
     * @param around what they found there
     * @param from the millisecond in which it began
     * @param written by the server meanwhile
     */
    record Recorded(Map<String, List<List<Commit>>> legs, List<UUID> around, long from, Written written) {

        int referrals() {
            return legs.values().iterator().next().size();
        }

        List<Commit> commits() {
            return legs.values().stream()
                    .flatMap(List::stream)
                    .flatMap(List::stream)
                    .toList();
        }

        /** What one of them cost, rounded. */
        OneReferral each() {
            long statements = commits().stream()
                    .mapToLong(commit -> commit.executions().size())
                    .sum();
            return new OneReferral(
                    each(statements),
                    each(written.inserted()),
                    each(written.updated()),
                    each(written.deleted()),
                    each(commits().size()),
                    each(written.log()));
        }

        private long each(long all) {
            return Math.round((double) all / referrals());
        }

        /** The same without what neither writes nor locks: it is not done again, and takes most of the room. */
        Recorded writesAlone() {
            Map<String, List<List<Commit>>> writes = new LinkedHashMap<>();
            legs.forEach((leg, referrals) -> writes.put(
                    leg,
                    referrals.stream()
                            .map(commits -> commits.stream()
                                    .filter(Commit::writes)
                                    .map(Commit::writesAndLocks)
                                    .toList())
                            .toList()));
            return new Recorded(writes, around, from, written);
        }

        /** Commits that changed something, of one. */
        long writingCommits() {
            return each(commits().stream().filter(Commit::writes).count());
        }

        /** How often one of them executed what, the most often first. */
        List<String> mostOften(int first) {
            Map<String, Integer> times = new HashMap<>();
            commits().stream()
                    .flatMap(commit -> commit.executions().stream())
                    .map(Execution::sql)
                    .forEach(sql -> times.merge(sql.replaceAll("\\s+", " ").strip(), 1, Integer::sum));
            return times.entrySet().stream()
                    .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                    .limit(first)
                    .map(entry -> "%,6.1f %.120s".formatted((double) entry.getValue() / referrals(), entry.getKey()))
                    .toList();
        }
    }

    /** One thread, so that whatever is executed belongs to the referral whose turn it is. */
    Recorded record(int referrals) {
        HappyPath path = HappyPath.of(referrals, application);
        Map<String, List<List<Commit>>> legs = new LinkedHashMap<>();
        Recording recording = new Recording();
        long from = System.currentTimeMillis() + 1;
        pause();
        Written written = Written.during(
                () -> path.walk((leg, acts) -> {
                    List<List<Commit>> each = new ArrayList<>();
                    for (Runnable act : acts) {
                        tap.watch(recording, act);
                        each.add(recording.taken());
                    }
                    legs.put(legs.size() + " " + leg, each);
                }),
                tap.pool(),
                server);
        if (recording.undone() > 0) {
            throw new IllegalStateException("Something was rolled back while it was recorded");
        }
        return new Recorded(legs, path.around(), from, written);
    }

    /** The ids of a neighbourhood that is made now begin before the next referral's. */
    private static void pause() {
        long now = System.currentTimeMillis();
        while (System.currentTimeMillis() <= now) {
            Thread.onSpinWait();
        }
    }

    /** Lets so many go the whole way, by so many threads. */
    Pace walk(int referrals, int threads) {
        HappyPath path = HappyPath.of(referrals, application);
        try (Pace pace = Pace.by(threads)) {
            path.walk(pace);
            return pace;
        }
    }

    /** Executes what recorded referrals wrote once more, by so many threads. */
    Pace replay(Recorded recorded, int threads) {
        Map<String, List<List<Commit>>> again = ready(recorded);
        return replay(again, threads);
    }

    /** What the server writes when recorded referrals are replayed. */
    Written writtenByReplay(Recorded recorded) {
        Map<String, List<List<Commit>>> again = ready(recorded);
        return Written.during(() -> replay(again, 1), tap.pool(), server);
    }

    private Map<String, List<List<Commit>>> ready(Recorded recorded) {
        List<UUID> instead = HappyPath.of(recorded.referrals(), application).around();
        Map<UUID, UUID> around = new HashMap<>();
        for (int place = 0; place < instead.size(); place++) {
            around.put(recorded.around().get(place), instead.get(place));
        }
        Set<String> references = new HashSet<>(application
                .getBean(JdbcClient.class)
                .sql("select reference from referral")
                .query(String.class)
                .list());
        return Replay.of(recorded.writesAlone().legs(), around, recorded.from(), references);
    }

    private Pace replay(Map<String, List<List<Commit>>> legs, int threads) {
        Map<Thread, Connection> connections = new ConcurrentHashMap<>();
        try (Pace pace = Pace.by(threads)) {
            legs.forEach((leg, referrals) -> pace.walk(
                    leg,
                    referrals.stream()
                            .map(commits -> (Runnable) () -> Replay.execute(
                                    commits, connections.computeIfAbsent(Thread.currentThread(), any -> connection())))
                            .toList()));
            return pace;
        } finally {
            connections.values().forEach(Referring::giveBack);
        }
    }

    private Connection connection() {
        try {
            Connection connection = tap.pool().getConnection();
            connection.setAutoCommit(false);
            return connection;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void giveBack(Connection connection) {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
