package org.commonground.platform.backup;

import com.fasterxml.jackson.databind.ObjectWriter;
import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.commonground.platform.CannotStart;

/**
 * Writes a dump: a zip whose last entry is the manifest. It is written under another name, readable by its user alone,
 * and gets its own name when it is whole and on the disk; until then {@link #close} leaves nothing behind.
 */
final class DumpWriter implements AutoCloseable {

    static final String MANIFEST = "manifest.json";

    /** The same for every entry, so that the same rows make the same file; zip knows no earlier day. */
    private static final long NO_TIME = 315_532_800_000L;

    private final Path file;
    private final Path draft;
    private final FileChannel channel;
    private final ZipOutputStream zip;

    /** @throws CannotStart when the file is there already, or its folder is not */
    DumpWriter(Path file) throws IOException {
        this.file = file.toAbsolutePath();
        if (Files.exists(this.file)) {
            throw new CannotStart(
                    "%s is there already, and a backup is never overwritten: name another file.".formatted(this.file));
        }
        if (!Files.isDirectory(this.file.getParent()) || !Files.isWritable(this.file.getParent())) {
            throw new CannotStart("The backup cannot be written: %s is no folder that this user may write to."
                    .formatted(this.file.getParent()));
        }
        this.draft = Files.createTempFile(
                this.file.getParent(), this.file.getFileName() + ".", ".unfinished", forItsUserAlone());
        this.channel = FileChannel.open(draft, StandardOpenOption.WRITE);
        this.zip = new ZipOutputStream(new BufferedOutputStream(Channels.newOutputStream(channel)));
    }

    /** Writes one table by the given work, and says what was written as SHA-256 in hexadecimal. */
    <E extends Exception> String table(String entry, TableWork<E> work) throws IOException, E {
        MessageDigest digest = Sha256.begin();
        begin(entry);
        work.writeTo(new DigestOutputStream(new KeptOpen(zip), digest));
        zip.closeEntry();
        return HexFormat.of().formatHex(digest.digest());
    }

    /** Writes the manifest: the dump is whole. */
    void finish(Manifest manifest, ObjectWriter json) throws IOException {
        begin(MANIFEST);
        json.writeValue(new KeptOpen(zip), manifest);
        zip.closeEntry();
        zip.finish();
        zip.flush();
        channel.force(true);
        zip.close();
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    }

    @Override
    public void close() throws IOException {
        channel.close();
        Files.deleteIfExists(draft);
    }

    private void begin(String name) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTime(NO_TIME);
        zip.putNextEntry(entry);
    }

    private static FileAttribute<?>[] forItsUserAlone() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    /** Writes the rows of one table. */
    @FunctionalInterface
    interface TableWork<E extends Exception> {
        void writeTo(OutputStream rows) throws IOException, E;
    }

    /** Whoever writes an entry may close it; the zip goes on. */
    private static final class KeptOpen extends FilterOutputStream {

        KeptOpen(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
