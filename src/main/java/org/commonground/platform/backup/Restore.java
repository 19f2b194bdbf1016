package org.commonground.platform.backup;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.commonground.platform.CannotStart;
import org.commonground.platform.backup.Catalog.Table;
import org.commonground.platform.backup.Manifest.SequenceState;
import org.commonground.platform.backup.Manifest.TableCopy;
import org.commonground.platform.persistence.DatabaseAccess;
import org.commonground.platform.persistence.Migration;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/**
 * Reads a dump back into a database that nobody has used: makes the tables as they were when it was made, fills them in
 * one transaction, and brings them up to date. So a dump of an earlier release is restored by any later one.
 */
final class Restore {

    private final DatabaseAccess access;

    Restore(DatabaseAccess access) {
        this.access = access;
    }

    /** @throws CannotStart when the dump is not whole or too new, or the database is not empty; nothing is changed then */
    Manifest from(Path file) throws SQLException, IOException {
        try (Dump dump = Dump.open(file)) {
            makeTables(dump.manifest().migration());
            try (Connection connection = Migration.connectAsOwner(access)) {
                connection.setAutoCommit(false);
                load(dump, connection);
                connection.commit();
            } catch (SQLException e) {
                // what the database says about a row may quote it
                throw new CannotStart("The backup does not fit into the database (SQL state %s): nothing was restored."
                        .formatted(e.getSQLState()));
            }
            Migration.run(access);
            return dump.manifest();
        }
    }

    /** A database that has tables keeps them: a restore that was cut short after this point is done again. */
    private void makeTables(String migration) throws SQLException {
        if (!Migration.knows(access, migration)) {
            throw new CannotStart(
                    "The backup was made by a later release of Common Ground (migration %s), which is the one to restore it with."
                            .formatted(migration));
        }
        boolean made;
        try (Connection connection = Migration.connectAsOwner(access)) {
            made = new Catalog(connection).hasTables();
        }
        if (!made) {
            Migration.upTo(access, migration);
        }
    }

    private static void load(Dump dump, Connection connection) throws SQLException, IOException {
        Catalog catalog = new Catalog(connection);
        List<Table> tables = catalog.tables();
        try (Statement sql = connection.createStatement()) {
            if (!catalog.isMigrated()) {
                throw notEmpty();
            }
            // an application that starts just now waits, or has been here before us and shows
            sql.execute("lock table app.flyway_schema_history, " + Catalog.names(tables) + " in access exclusive mode");
            if (catalog.isUsed()) {
                throw notEmpty();
            }
            refuseOtherTables(dump.manifest(), catalog, tables);
            List<List<String>> references = catalog.immediateReferences();
            defer(references, sql);
            // what the migrations themselves have put in comes back with the dump
            sql.execute("truncate " + Catalog.names(tables));
            sql.execute("set local time zone 'UTC'");
            CopyManager copy = connection.unwrap(PGConnection.class).getCopyAPI();
            for (TableCopy table : dump.manifest().tables()) {
                fill(table, dump, copy);
            }
            for (Map.Entry<String, SequenceState> sequence :
                    dump.manifest().sequences().entrySet()) {
                SequenceState state = sequence.getValue();
                sql.execute("select setval('%s', %d, %b)".formatted(sequence.getKey(), state.last(), state.used()));
            }
            sql.execute("set constraints all immediate");
            undoDefer(references, sql);
        }
    }

    private static CannotStart notEmpty() {
        return new CannotStart("The database is not empty, and a backup is restored into an empty one only: make a new"
                + " database, and name it with SPRING_DATASOURCE_URL (or another COMMONGROUND_DATA_DIR where it is"
                + " embedded).");
    }

    private static void refuseOtherTables(Manifest manifest, Catalog catalog, List<Table> tables) throws SQLException {
        if (!catalog.migration().equals(manifest.migration())) {
            throw new CannotStart(
                    "The database is at migration %s and the backup at %s: restore it into a new, empty database."
                            .formatted(catalog.migration(), manifest.migration()));
        }
        List<String> here = tables.stream().map(Restore::shape).toList();
        List<String> there = manifest.tables().stream()
                .map(table -> shape(new Table(table.table(), table.columns(), List.of())))
                .toList();
        if (!here.equals(there)
                || !catalog.sequences().keySet().equals(manifest.sequences().keySet())) {
            throw new CannotStart("The backup's tables are not those of this release's migration %s: it was made by"
                            .formatted(manifest.migration())
                    + " another build, which is the one to restore it with.");
        }
    }

    private static String shape(Table table) {
        return table.name() + "(" + table.columnList() + ")";
    }

    private static void fill(TableCopy table, Dump dump, CopyManager copy) throws SQLException, IOException {
        try (InputStream rows = dump.rows(table)) {
            long loaded = copy.copyIn(
                    "copy %s (%s) from stdin (encoding 'UTF8')"
                            .formatted(table.table(), String.join(", ", table.columns())),
                    rows);
            if (loaded != table.rows()) {
                throw new CannotStart("The backup says that %s has %d rows, and it has %d: nothing was restored."
                        .formatted(table.table(), table.rows(), loaded));
            }
        }
    }

    /** Tables come in the order of their names, and all references are checked when all are there. */
    private static void defer(List<List<String>> references, Statement sql) throws SQLException {
        for (List<String> reference : references) {
            sql.execute("alter table %s alter constraint %s deferrable initially deferred"
                    .formatted(reference.get(0), reference.get(1)));
        }
    }

    private static void undoDefer(List<List<String>> references, Statement sql) throws SQLException {
        for (List<String> reference : references) {
            sql.execute(
                    "alter table %s alter constraint %s not deferrable".formatted(reference.get(0), reference.get(1)));
        }
    }
}
