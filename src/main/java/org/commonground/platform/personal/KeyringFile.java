package org.commonground.platform.personal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import org.commonground.platform.CannotStart;

/** The file in which a {@link Keyring} is kept: Tink's JSON, in plain, which only its user may read. */
public final class KeyringFile {

    private final Path path;

    public KeyringFile(Path path) {
        this.path = path.toAbsolutePath();
    }

    public boolean exists() {
        return Files.exists(path);
    }

    /** @throws CannotStart where it cannot be read, or holds something else */
    public Keyring read() {
        try {
            return Keyring.read(Files.readString(path));
        } catch (IOException e) {
            throw new CannotStart("The keys in %s cannot be read by this user: %s."
                    .formatted(path, e.getClass().getSimpleName()));
        } catch (GeneralSecurityException | RuntimeException e) {
            // what the parser says could quote a key
            throw new CannotStart(
                    "%s does not hold keys of Common Ground, or is damaged: put a copy of the file of keys there."
                            .formatted(path));
        }
    }

    /** @throws CannotStart where there is a file already, or none can be written */
    public void make(Keyring keys) {
        if (exists()) {
            throw new CannotStart("%s is there already, and no keys are ever overwritten.".formatted(path));
        }
        write(keys);
    }

    /** Whole or not at all, also when the machine goes down; who may read the file stays as it was. */
    public void write(Keyring keys) {
        try {
            Files.createDirectories(path.getParent());
            Path draft =
                    Files.createTempFile(path.getParent(), path.getFileName().toString(), ".new", forItsUser());
            try {
                try (FileChannel file = FileChannel.open(draft, StandardOpenOption.WRITE)) {
                    file.write(ByteBuffer.wrap(keys.json().getBytes(StandardCharsets.UTF_8)));
                    file.force(true);
                }
                if (exists()) {
                    giveToTheSame(draft);
                }
                Files.move(draft, path, StandardCopyOption.ATOMIC_MOVE);
                rememberName();
            } finally {
                Files.deleteIfExists(draft);
            }
        } catch (IOException e) {
            throw new CannotStart("The keys cannot be written to %s: %s."
                    .formatted(path, e.getClass().getSimpleName()));
        }
    }

    /** Tells whether the file has been replaced since. */
    Object mark() {
        try {
            return Files.getLastModifiedTime(path) + "/" + Files.size(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void giveToTheSame(Path draft) throws IOException {
        PosixFileAttributeView to = Files.getFileAttributeView(draft, PosixFileAttributeView.class);
        if (to == null) {
            return;
        }
        PosixFileAttributes from = Files.readAttributes(path, PosixFileAttributes.class);
        if (!to.readAttributes().owner().equals(from.owner())) {
            to.setOwner(from.owner());
        }
        if (!to.readAttributes().group().equals(from.group())) {
            to.setGroup(from.group());
        }
        to.setPermissions(from.permissions());
    }

    private static FileAttribute<?>[] forItsUser() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    /** The directory's own entry has to reach the disk too; where a directory cannot be opened, it does so by itself. */
    private void rememberName() throws IOException {
        if (!System.getProperty("os.name").startsWith("Windows")) {
            try (FileChannel entry = FileChannel.open(path.getParent(), StandardOpenOption.READ)) {
                entry.force(true);
            }
        }
    }

    @Override
    public String toString() {
        return path.toString();
    }
}
