package org.commonground.platform.keys;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.commonground.platform.CannotStart;
import org.commonground.platform.embedded.RunningDatabase;
import org.commonground.platform.personal.Keyring;
import org.commonground.platform.personal.KeyringFile;
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
 * The commands {@code --make-keys=FILE}, {@code --add-key=FILE} and {@code --rotate-keys}. Each runs instead of the
 * application; the first two need no settings, the third those for the database and {@code COMMONGROUND_KEYS_FILE}.
 */
public final class KeysCommand {

    private static final String MAKE = "--make-keys=";
    private static final String ADD = "--add-key=";
    private static final String ROTATE = "--rotate-keys";

    private KeysCommand() {}

    /** Whether the arguments ask for one of the three. */
    public static boolean isAskedFor(String... arguments) {
        return Arrays.stream(arguments).anyMatch(KeysCommand::isOne);
    }

    private static boolean isOne(String argument) {
        return argument.startsWith(MAKE) || argument.startsWith(ADD) || argument.equals(ROTATE);
    }

    /** Does it, and says so on the standard output; a refusal is one sentence and ends with 1. */
    public static void run(String... arguments) {
        if (Arrays.asList(arguments).contains(ROTATE)) {
            new SpringApplicationBuilder(Parts.class)
                    .web(WebApplicationType.NONE)
                    .lazyInitialization(true)
                    .bannerMode(Banner.Mode.OFF)
                    .logStartupInfo(false)
                    .run(arguments)
                    .close();
            return;
        }
        try {
            System.out.println(onFile(arguments));
        } catch (CannotStart refused) {
            System.err.println(refused.getMessage());
            System.exit(1);
        }
    }

    /** Makes keys, or adds one; answers what was done. */
    static String onFile(String... arguments) {
        Optional<KeyringFile> make = file(MAKE, arguments);
        Optional<KeyringFile> add = file(ADD, arguments);
        if (make.isPresent() == add.isPresent()) {
            throw new CannotStart("Say --make-keys=FILE or --add-key=FILE, one of them, with the name of a file.");
        }
        if (make.isPresent()) {
            make.get().make(Keyring.make());
            return "Made keys in %s: name it in COMMONGROUND_KEYS_FILE, and keep a copy apart from the database's backups. Without it nobody in the database can be read."
                    .formatted(make.get());
        }
        add.get().write(add.get().read().withNewKey());
        return "Added a key to %s: give the file to every copy of Common Ground, and then run --rotate-keys."
                .formatted(add.get());
    }

    private static Optional<KeyringFile> file(String option, String... arguments) {
        return Arrays.stream(arguments)
                .filter(argument -> argument.startsWith(option))
                .map(argument -> argument.substring(option.length()))
                .filter(name -> !name.isBlank())
                .map(name -> new KeyringFile(Path.of(name)))
                .findFirst();
    }

    /** Where the database and the keys are: nothing else of the application. */
    @ComponentScan({"org.commonground.platform.persistence", "org.commonground.platform.embedded"})
    @EnableConfigurationProperties(DataSourceProperties.class)
    static class Parts {

        @Bean
        CommandLineRunner command(ApplicationContext context) {
            return arguments -> System.out.println(rotate(context));
        }

        private static String rotate(ApplicationContext context) throws SQLException {
            KeyringFile file = context.getBean(KeyringFile.class);
            if (!file.exists()) {
                throw new CannotStart(
                        "There are no keys in %s: name the file in COMMONGROUND_KEYS_FILE.".formatted(file));
            }
            return inWords(new Rotation(RunningDatabase.orStarted(context), file).run(), file);
        }

        private static String inWords(Rotation.Done done, KeyringFile file) {
            String rewrapped =
                    "Wrapped %d people's, accounts', groups' and others' keys with the key %s in %s: keep a copy of the file apart from the database's backups."
                            .formatted(done.rewrapped(), Keyring.shown(done.primary()), file);
            if (done.others() > 0) {
                return rewrapped
                        + " Meanwhile %d more came with an older key: give the file to every copy of Common Ground, and run --rotate-keys again."
                                .formatted(done.others());
            }
            return done.unneeded().isEmpty()
                    ? rewrapped
                    : rewrapped
                            + " No row needs %s any longer; backups from before do."
                                    .formatted(done.unneeded().stream()
                                            .map(Keyring::shown)
                                            .collect(Collectors.joining(", ")));
        }
    }
}
