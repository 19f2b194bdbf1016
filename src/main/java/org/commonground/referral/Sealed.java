package org.commonground.referral;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.Function;
import org.commonground.platform.personal.Personal;
import org.commonground.platform.personal.PersonalCodec;
import org.commonground.platform.personal.SubjectKey;

/** Opens the sealed columns of one row with one person's key. */
record Sealed(ResultSet row, SubjectKey key) {

    /** The value, or null where the column is null. */
    <T extends Personal> T open(String column, Function<String, T> type) throws SQLException {
        return PersonalCodec.open(key, row.getBytes(column), type);
    }

    <T extends Personal> Optional<T> maybe(String column, Function<String, T> type) throws SQLException {
        return Optional.ofNullable(open(column, type));
    }
}
