package org.commonground.platform.embedded;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.commonground.platform.CannotStart;
import org.commonground.platform.persistence.DatabaseAccess;

/**
 * A JVM that may be killed: starts the embedded database in the directory given first, says how many numbers it holds,
 * and commits one number after the other, saying each when it is committed, until its input ends.
 */
final class DatabaseAlone {

    private DatabaseAlone() {}

    public static void main(String[] arguments) throws Exception {
        DataDirectory data = new DataDirectory(Path.of(arguments[0]));
        try (EmbeddedDatabase database = EmbeddedDatabase.start(data, Path.of(arguments[1]));
                Connection connection = connect(database.access());
                Statement sql = connection.createStatement()) {
            sql.execute("create table if not exists kept (number integer primary key)");
            int number = count(sql);
            System.out.println("holds " + number);
            while (System.in.available() == 0) {
                number++;
                sql.execute("insert into kept values (" + number + ")");
                System.out.println("kept " + number);
            }
        } catch (CannotStart refused) {
            System.out.println("refused " + refused.getMessage());
            System.exit(1);
        }
    }

    private static Connection connect(DatabaseAccess access) throws SQLException {
        return DriverManager.getConnection(
                access.url(), access.owner().username(), access.owner().password());
    }

    private static int count(Statement sql) throws SQLException {
        try (ResultSet rows = sql.executeQuery("select count(*) from kept")) {
            rows.next();
            return rows.getInt(1);
        }
    }
}
