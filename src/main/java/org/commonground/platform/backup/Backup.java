package org.commonground.platform.backup;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.commonground.platform.CannotStart;
import org.commonground.platform.backup.Catalog.Table;
import org.commonground.platform.backup.Manifest.TableCopy;
import org.commonground.platform.persistence.DatabaseAccess;
import org.commonground.platform.persistence.Migration;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/**
 * Writes everything the database holds into one file, as of one moment: a snapshot in which nobody else's work shows,
 * however long it takes and whoever goes on working meanwhile.
 */
final class Backup {

    private final DatabaseAccess access;
    private final Clock clock;

    Backup(DatabaseAccess access, Clock clock) {
        this.access = access;
        this.clock = clock;
    }

    /**
     * Writes the file, whole or not at all.
     *
     * @throws CannotStart when there is nothing to back up, the file cannot be written or is there already, or the
     *     database is upgraded meanwhile
     */
    Manifest to(Path file) throws SQLException {
        try (Connection snapshot = Migration.connectAsOwner(access)) {
            snapshot.setReadOnly(true);
            snapshot.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            snapshot.setAutoCommit(false);
            Catalog catalog = new Catalog(snapshot);
            if (!catalog.isMigrated()) {
                throw new CannotStart("There is nothing to back up: this database has no tables of Common Ground's.");
            }
            List<Table> tables = catalog.tables();
            try (Statement sql = snapshot.createStatement()) {
                // times of the engine have no zone; and no migration gets at a table before we are done
                sql.execute("set local time zone 'UTC'");
                sql.execute("lock table " + Catalog.names(tables) + " in access share mode");
            }
            refuseUpgradeMeanwhile(catalog.migration());
            return write(file, snapshot, catalog, tables);
        } catch (IOException e) {
            throw new CannotStart("The backup could not be written: %s.".formatted(e.getMessage()), e);
        }
    }

    private Manifest write(Path file, Connection snapshot, Catalog catalog, List<Table> tables)
            throws SQLException, IOException {
        CopyManager copy = snapshot.unwrap(PGConnection.class).getCopyAPI();
        try (DumpWriter dump = new DumpWriter(file)) {
            List<TableCopy> copies = new ArrayList<>();
            for (Table table : tables) {
                String entry = new TableCopy(table.name(), List.of(), 0, "").entry();
                long[] rows = new long[1];
                String sha256 = dump.table(entry, out -> rows[0] = copy.copyOut(copyOf(table), out));
                copies.add(new TableCopy(table.name(), table.columns(), rows[0], sha256));
            }
            Manifest manifest = new Manifest(
                    Manifest.FORMAT,
                    clock.instant().truncatedTo(ChronoUnit.SECONDS),
                    catalog.migration(),
                    catalog.engine(),
                    copies,
                    catalog.sequences());
            dump.finish(manifest, Dump.json());
            return manifest;
        }
    }

    /** In the order of the key, so that the same rows make the same file. */
    private static String copyOf(Table table) {
        String order = table.key().isEmpty() ? "ctid" : String.join(", ", table.key());
        return "copy (select %s from %s order by %s) to stdout (encoding 'UTF8')"
                .formatted(table.columnList(), table.name(), order);
    }

    /** A table that a migration has rewritten looks empty to an older snapshot. */
    private void refuseUpgradeMeanwhile(String before) throws SQLException {
        try (Connection now = Migration.connectAsOwner(access)) {
            if (!new Catalog(now).migration().equals(before)) {
                throw new CannotStart("The database was being upgraded: make the backup again, now or before it.");
            }
        }
    }
}
