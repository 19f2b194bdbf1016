package org.commonground.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.commonground.platform.persistence.DatabaseAccess;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The embedded server as its superuser sees it, who may set it otherwise and ask it for its log. */
final class Server {

    private final JdbcClient superuser;

    private Server(JdbcClient superuser) {
        this.superuser = superuser;
    }

    /** @param data the folder in which the embedded database keeps the superuser's password */
    static Server of(Path data, DatabaseAccess access) throws IOException {
        String password = Files.readString(data.resolve("secrets").resolve("database-superuser"))
                .strip();
        return new Server(JdbcClient.create(new DriverManagerDataSource(access.url(), "postgres", password)));
    }

    JdbcClient superuser() {
        return superuser;
    }

    /**
     * The log then holds what was written and nothing that comes and goes by chance: no image of a whole page when it is
     * written first after a checkpoint, and nothing of the autovacuum.
     */
    void logOnlyWhatIsWritten() {
        superuser.sql("alter system set full_page_writes = off").update();
        superuser.sql("alter system set autovacuum = off").update();
        settle();
    }

    /** Where in its log the server is now, in bytes. */
    long position() {
        return superuser
                .sql("select (pg_current_wal_insert_lsn() - '0/0')::bigint")
                .query(Long.class)
                .single();
    }

    /** As it is anywhere else. */
    void asUsual() {
        superuser.sql("alter system reset full_page_writes").update();
        superuser.sql("alter system reset autovacuum").update();
        superuser.sql("select pg_reload_conf()").query(Boolean.class).single();
    }

    /** The process that makes checkpoints is the one that turns images off: it does so before it makes one. */
    private void settle() {
        superuser.sql("select pg_reload_conf()").query(Boolean.class).single();
        do {
            superuser.sql("select pg_sleep(0.2)").query((row, number) -> "").list();
        } while (superuser
                        .sql("select count(*) from pg_stat_activity where backend_type = 'autovacuum worker'")
                        .query(Integer.class)
                        .single()
                > 0);
        superuser.sql("checkpoint").update();
    }
}
