package org.commonground.platform.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.commonground.platform.CannotStart;
import org.commonground.platform.persistence.DatabaseAccess;
import org.commonground.platform.persistence.DatabaseCondition;
import org.springframework.context.ApplicationContext;

/** The way to an embedded database that another application of ours has started and still uses. */
public final class RunningDatabase {

    /** The fourth line of PostgreSQL's own note about itself. */
    private static final int PORT = 3;

    private RunningDatabase() {}

    /**
     * Where it is, if one runs on this data directory.
     *
     * @throws CannotStart when it is only just starting or stopping, or there has never been one
     */
    public static Optional<DatabaseAccess> in(DataDirectory data) {
        if (Files.notExists(data.file("postgres"))) {
            throw new CannotStart(
                    "There is no database in %s: name its directory with COMMONGROUND_DATA_DIR, or the".formatted(data)
                            + " database with SPRING_DATASOURCE_URL.");
        }
        if (!isInUse(data)) {
            return Optional.empty();
        }
        Path note = data.file("postgres").resolve("postmaster.pid");
        try {
            List<String> lines = Files.readAllLines(note);
            return Optional.of(
                    EmbeddedAccess.of(data, Integer.parseInt(lines.get(PORT).strip())));
        } catch (IOException | IndexOutOfBoundsException | NumberFormatException between) {
            throw new CannotStart("The database in %s is only just starting or stopping: try again.".formatted(data));
        }
    }

    /** The named database; or the embedded one, which is started where none runs. */
    public static DatabaseAccess orStarted(ApplicationContext context) {
        if (DatabaseCondition.named(context.getEnvironment())) {
            return context.getBean(DatabaseAccess.class);
        }
        return in(context.getBean(DataDirectory.class)).orElseGet(() -> context.getBean(DatabaseAccess.class));
    }

    private static boolean isInUse(DataDirectory data) {
        try {
            OneAtATime.in(data).close();
            return false;
        } catch (CannotStart inUse) {
            return true;
        } catch (IOException e) {
            throw new CannotStart("The data directory %s cannot be used.".formatted(data), e);
        }
    }
}
