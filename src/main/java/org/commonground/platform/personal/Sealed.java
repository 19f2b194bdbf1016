package org.commonground.platform.personal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.Function;

/** Opens the sealed columns of one row with one person's key. */
public record Sealed(ResultSet row, SubjectKey key) {

    /** The value, or null where the column is null. */
    public <T extends Personal> T open(String column, Function<String, T> type) throws SQLException {
        return PersonalCodec.open(key, row.getBytes(column), type);
    }

    public <T extends Personal> Optional<T> maybe(String column, Function<String, T> type) throws SQLException {
        return Optional.ofNullable(open(column, type));
    }
}
