package org.commonground.platform.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import org.commonground.platform.CannotStart;
import org.commonground.platform.personal.KeyringFile;

/**
 * The directory in which the embedded parts keep everything ({@code commonground.data-dir}): the database, caught
 * mails, and the secrets made at the first start, which only the user who runs the application may read.
 */
public final class DataDirectory {

    private static final int SECRET_BYTES = 24;

    private final Path root;

    public DataDirectory(Path root) {
        this.root = directory(root);
    }

    /** A directory below this one, made for its user alone when it is not there. */
    public Path directory(String name) {
        return directory(root.resolve(name));
    }

    public Path file(String name) {
        return root.resolve(name);
    }

    /** A secret that is made up when it is first asked for and kept in a file from then on. */
    public String secret(String name) {
        Path file = secretFile(name);
        try {
            if (Files.notExists(file)) {
                writeWhole(file, newSecret());
            }
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot keep a secret in " + file, e);
        }
    }

    /** The keys that people's values are sealed with, beside the database that they open. */
    KeyringFile keys() {
        return new KeyringFile(secretFile("keys.json"));
    }

    Path secretFile(String name) {
        return directory("secrets").resolve(name);
    }

    private static String newSecret() {
        byte[] random = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(random);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    }

    /** Never leaves half a file behind, and never one that others may read. */
    private static void writeWhole(Path file, String content) throws IOException {
        Path draft =
                Files.createTempFile(file.getParent(), file.getFileName().toString(), ".new", permissions("rw-------"));
        Files.write(draft, content.getBytes(StandardCharsets.UTF_8));
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private static Path directory(Path path) {
        try {
            Files.createDirectories(path.toAbsolutePath().getParent());
            if (Files.notExists(path)) {
                Files.createDirectory(path, permissions("rwx------"));
            }
            return path.toRealPath();
        } catch (AccessDeniedException e) {
            throw new CannotStart(
                    "This user may not write to " + path.toAbsolutePath()
                            + ": start Common Ground as the user who did before, or name another directory with"
                            + " COMMONGROUND_DATA_DIR.",
                    e);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot make the directory " + path, e);
        }
    }

    private static FileAttribute<?>[] permissions(String posix) {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(posix))}
                : new FileAttribute<?>[0];
    }

    @Override
    public String toString() {
        return root.toString();
    }
}
