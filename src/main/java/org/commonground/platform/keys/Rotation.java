package org.commonground.platform.keys;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.commonground.platform.CannotStart;
import org.commonground.platform.persistence.DatabaseAccess;
import org.commonground.platform.persistence.Migration;
import org.commonground.platform.personal.Keyring;
import org.commonground.platform.personal.KeyringFile;

/**
 * Wraps every subject's key with the newest of the installation's keys, as the database's owner, in short transactions,
 * while people work or not. Values stay as they are: they are sealed with the subject's key, which stays the same.
 *
 * <p>It may be cut short at any moment and is then done again: a key is added only where no row waits for the last one.
 */
final class Rotation {

    private static final int BATCH = 500;
    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private final DatabaseAccess access;
    private final KeyringFile file;
    private final int batch;

    Rotation(DatabaseAccess access, KeyringFile file) {
        this(access, file, BATCH);
    }

    Rotation(DatabaseAccess access, KeyringFile file, int batch) {
        this.access = access;
        this.file = file;
        this.batch = batch;
    }

    /**
     * What was done.
     *
     * @param rewrapped how many keys of subjects
     * @param primary the id of the key that has wrapped all of them now
     * @param others how many rows an application that does not know the newest key has wrapped meanwhile
     * @param unneeded the ids of keys that no row needs any longer
     */
    record Done(long rewrapped, int primary, long others, List<Integer> unneeded) {}

    private record Row(UUID subject, byte[] wrapped) {}

    /** @throws CannotStart where the keys do not open every row; what is done already stays */
    Done run() throws SQLException {
        Keyring keys = file.read();
        try (Connection owner = Migration.connectAsOwner(access)) {
            owner.setAutoCommit(false);
            Keyring next = next(keys, used(owner));
            if (next != keys) {
                // before the first row: a running application finds the new key in the file when it meets it
                file.write(next);
            }
            long rewrapped = rewrap(owner, next);
            Map<Integer, Long> used = used(owner);
            return new Done(
                    rewrapped,
                    next.primary(),
                    used.values().stream().mapToLong(Long::longValue).sum() - used.getOrDefault(next.primary(), 0L),
                    next.ids().stream()
                            .filter(id -> id != next.primary() && !used.containsKey(id))
                            .toList());
        }
    }

    private static Keyring next(Keyring keys, Map<Integer, Long> used) {
        if (keys.hasNewerThanPrimary()) {
            return keys.withNewestAsPrimary();
        }
        boolean unfinished = used.keySet().stream().anyMatch(id -> id != keys.primary());
        return unfinished ? keys : keys.withNewKey().withNewestAsPrimary();
    }

    /** How many rows each wrapping key has. */
    private static Map<Integer, Long> used(Connection owner) throws SQLException {
        Map<Integer, Long> used = new LinkedHashMap<>();
        try (PreparedStatement sql = owner.prepareStatement("""
                        select substring(wrapped from 2 for 4), count(*) from app.subject_key group by 1""");
                ResultSet row = sql.executeQuery()) {
            while (row.next()) {
                used.put(ByteBuffer.wrap(row.getBytes(1)).getInt(), row.getLong(2));
            }
        }
        owner.commit();
        return used;
    }

    private long rewrap(Connection owner, Keyring keys) throws SQLException {
        long rewrapped = 0;
        UUID last = BEFORE_ALL;
        for (List<Row> rows = others(owner, keys, last); !rows.isEmpty(); rows = others(owner, keys, last)) {
            rewrapped += rewrap(owner, keys, rows);
            owner.commit();
            last = rows.get(rows.size() - 1).subject();
        }
        return rewrapped;
    }

    private List<Row> others(Connection owner, Keyring keys, UUID after) throws SQLException {
        try (PreparedStatement sql = owner.prepareStatement("""
                select subject_id, wrapped from app.subject_key
                where subject_id > ? and substring(wrapped from 2 for 4) <> ?
                order by subject_id limit ?""")) {
            sql.setObject(1, after);
            sql.setBytes(
                    2, ByteBuffer.allocate(Integer.BYTES).putInt(keys.primary()).array());
            sql.setInt(3, batch);
            List<Row> rows = new ArrayList<>();
            try (ResultSet row = sql.executeQuery()) {
                while (row.next()) {
                    rows.add(new Row(row.getObject(1, UUID.class), row.getBytes(2)));
                }
            }
            return rows;
        }
    }

    /** A row that was erased meanwhile stays erased. */
    private static long rewrap(Connection owner, Keyring keys, List<Row> rows) throws SQLException {
        try (PreparedStatement sql =
                owner.prepareStatement("update app.subject_key set wrapped = ? where subject_id = ?")) {
            for (Row row : rows) {
                sql.setBytes(1, keys.wrap(unwrap(keys, row)));
                sql.setObject(2, row.subject());
                sql.addBatch();
            }
            long changed = 0;
            for (int one : sql.executeBatch()) {
                changed += one;
            }
            return changed;
        }
    }

    private static byte[] unwrap(Keyring keys, Row row) {
        try {
            return keys.unwrap(row.wrapped());
        } catch (GeneralSecurityException another) {
            throw new CannotStart("The keys do not open the row of %s, which key %s has wrapped: put back the file that"
                            .formatted(row.subject(), Keyring.shown(Keyring.idOf(row.wrapped())))
                    + " belongs to this database, and begin again.");
        }
    }
}
