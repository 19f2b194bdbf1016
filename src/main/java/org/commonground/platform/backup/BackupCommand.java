package org.commonground.platform.backup;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Optional;
import org.commonground.platform.CannotStart;
import org.commonground.platform.backup.Manifest.TableCopy;
import org.commonground.platform.embedded.RunningDatabase;
import org.commonground.platform.persistence.DatabaseAccess;
import org.commonground.platform.time.MovableClock;
import org.springframework.boot.Banner;
import org.springframework.boot.CommandLineRunner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.jdbc.DataSourceProperties;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;

/**
 * The commands {@code --backup=FILE} and {@code --restore=FILE}. Each runs instead of the application, with its
 * settings, and starts nothing but the embedded database, where that is the one and does not run yet.
 */
public final class BackupCommand {

    private static final String BACKUP = "--backup=";
    private static final String RESTORE = "--restore=";

    private BackupCommand() {}

    /** Whether the arguments ask for one of the two. */
    public static boolean isAskedFor(String... arguments) {
        return Arrays.stream(arguments)
                .anyMatch(argument -> argument.startsWith(BACKUP) || argument.startsWith(RESTORE));
    }

    /** Does it, and says so in one line on the standard output; a refusal is shown as at start-up. */
    public static void run(String... arguments) {
        new SpringApplicationBuilder(Parts.class)
                .web(WebApplicationType.NONE)
                .lazyInitialization(true)
                .bannerMode(Banner.Mode.OFF)
                .logStartupInfo(false)
                .run(arguments)
                .close();
    }

    /** Where the database is: nothing else of the application. */
    @ComponentScan({"org.commonground.platform.persistence", "org.commonground.platform.embedded"})
    @EnableConfigurationProperties(DataSourceProperties.class)
    static class Parts {

        @Bean
        CommandLineRunner command(ApplicationContext context) {
            return arguments -> {
                Optional<Path> backup = file(BACKUP, arguments);
                Optional<Path> restore = file(RESTORE, arguments);
                if (backup.isPresent() == restore.isPresent()) {
                    throw new CannotStart("Say --backup=FILE or --restore=FILE, one of them, with the name of a file.");
                }
                if (backup.isPresent()) {
                    backUp(context, backup.get());
                } else {
                    restore(context, restore.get());
                }
            };
        }

        private static void backUp(ApplicationContext context, Path file) throws SQLException {
            Manifest made = new Backup(RunningDatabase.orStarted(context), new MovableClock()).to(file);
            System.out.printf(
                    "Backed up %d rows of migration %s to %s. It holds personal data, sealed with keys that are not in it: keep it as you keep the database, and the keys apart from it.%n",
                    rows(made), made.migration(), file.toAbsolutePath());
        }

        private static void restore(ApplicationContext context, Path file) throws SQLException, IOException {
            Manifest restored = new Restore(context.getBean(DatabaseAccess.class)).from(file);
            System.out.printf(
                    "Restored %d rows of %s, made %s. The next start needs the keys of the database it was made from.%n",
                    rows(restored), file.toAbsolutePath(), restored.made());
        }

        private static long rows(Manifest manifest) {
            return manifest.tables().stream().mapToLong(TableCopy::rows).sum();
        }

        private static Optional<Path> file(String option, String... arguments) {
            return Arrays.stream(arguments)
                    .filter(argument -> argument.startsWith(option))
                    .map(argument -> argument.substring(option.length()))
                    .filter(name -> !name.isBlank())
                    .map(Path::of)
                    .findFirst();
        }
    }
}
