package org.commonground.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.util.Properties;

/** The passwords of the demo, made up at its first start and kept in files that only the user who runs it may read. */
final class DemoPasswords {

    private static final String ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789";

    private final SecureRandom random = new SecureRandom();
    private final Path file;
    private final Properties kept = new Properties();

    /** @param directory where the file lies; it is there, and readable by its user alone */
    DemoPasswords(Path directory) {
        file = directory.resolve("passwords.properties");
        if (Files.exists(file)) {
            try (var reader = Files.newBufferedReader(file)) {
                kept.load(reader);
            } catch (IOException e) {
                throw new UncheckedIOException("Cannot read " + file, e);
            }
        }
    }

    /** The password of that name, made up when it is first asked for. */
    String of(String name) {
        if (!kept.containsKey(name)) {
            keep(name, madeUp());
        }
        return kept.getProperty(name);
    }

    /** Keeps a secret that was made elsewhere, in place of a former one. */
    void keep(String name, String secret) {
        kept.setProperty(name, secret);
        write();
    }

    Path file() {
        return file;
    }

    /** Three times five characters that nobody mixes up: about 74 bits. */
    private String madeUp() {
        StringBuilder password = new StringBuilder();
        for (int i = 0; i < 15; i++) {
            password.append(i > 0 && i % 5 == 0 ? "-" : "").append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return password.toString();
    }

    private void write() {
        try {
            Path draft = Files.createTempFile(file.getParent(), "passwords", ".new");
            try (var writer = Files.newBufferedWriter(draft)) {
                kept.store(writer, "Common Ground's demo: user name = password; practice-<ODS code> = its key");
            }
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + file, e);
        }
    }
}
