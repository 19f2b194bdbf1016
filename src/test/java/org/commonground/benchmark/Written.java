package org.commonground.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * What the database server wrote.
 *
 * @param inserted rows of our tables and the engine's; so for updated and deleted, those by cascade among them
 * @param log bytes of the write-ahead log
 * @param images how many images of whole pages are in it
 */
record Written(long inserted, long updated, long deleted, long log, long images) {

    private static final Duration LONGEST = Duration.ofSeconds(30);

    /** What the server wrote while something was done, by whomever: nobody else may be at work. */
    static Written during(Runnable work, HikariDataSource pool, Server server) {
        Written before = soFar(pool, server);
        long from = server.position();
        work.run();
        long to = server.position();
        Written after = soFar(pool, server);
        return new Written(
                after.inserted - before.inserted,
                after.updated - before.updated,
                after.deleted - before.deleted,
                to - from,
                after.images - before.images);
    }

    private static Written soFar(HikariDataSource pool, Server server) {
        letTell(pool, server);
        return server.superuser()
                .sql("""
                        select sum(n_tup_ins)::bigint, sum(n_tup_upd)::bigint, sum(n_tup_del)::bigint,
                               (select wal_fpi from pg_stat_wal)
                        from pg_stat_user_tables where schemaname in ('app', 'engine')""")
                .query((row, number) -> new Written(row.getLong(1), row.getLong(2), row.getLong(3), 0, row.getLong(4)))
                .single();
    }

    /** A connection tells what it has done a while later, or when it ends: so the pool gets new ones. */
    private static void letTell(HikariDataSource pool, Server server) {
        List<Integer> old = server.superuser()
                .sql("select pid from pg_stat_activity where usename = :user")
                .param("user", pool.getUsername())
                .query(Integer.class)
                .list();
        Instant until = Instant.now().plus(LONGEST);
        do {
            assertThat(Instant.now()).as("connections that do not end").isBefore(until);
            // again and again: one that is only just being made is not in the pool yet
            pool.getHikariPoolMXBean().softEvictConnections();
            pause();
        } while (server.superuser()
                        .sql("select count(*) from pg_stat_activity where pid in (:old)")
                        .param("old", old)
                        .query(Integer.class)
                        .single()
                > 0);
    }

    private static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
