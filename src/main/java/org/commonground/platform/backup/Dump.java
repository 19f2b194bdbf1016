package org.commonground.platform.backup;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.commonground.platform.CannotStart;
import org.commonground.platform.backup.Manifest.TableCopy;

/** A dump that was read from end to end and found whole. */
final class Dump implements AutoCloseable {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final ZipFile zip;
    private final Manifest manifest;

    private Dump(ZipFile zip, Manifest manifest) {
        this.zip = zip;
        this.manifest = manifest;
    }

    static ObjectWriter json() {
        return JSON.writerWithDefaultPrettyPrinter();
    }

    /** @throws CannotStart when the file is not there, is no dump, is damaged, or a later release made it */
    static Dump open(Path file) {
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            throw new CannotStart("There is no file %s that this user may read.".formatted(file.toAbsolutePath()));
        }
        try {
            ZipFile zip = new ZipFile(file.toFile());
            try {
                return checked(zip, file);
            } catch (IOException | RuntimeException e) {
                zip.close();
                throw e;
            }
        } catch (IOException e) {
            throw damaged(file, e);
        }
    }

    Manifest manifest() {
        return manifest;
    }

    InputStream rows(TableCopy table) throws IOException {
        return entry(zip, table.entry());
    }

    private static Dump checked(ZipFile zip, Path file) throws IOException {
        Manifest manifest = manifest(zip, file);
        for (TableCopy table : manifest.tables()) {
            MessageDigest digest = Sha256.begin();
            try (InputStream rows = new DigestInputStream(entry(zip, table.entry()), digest)) {
                rows.transferTo(OutputStream.nullOutputStream());
            }
            if (!HexFormat.of().formatHex(digest.digest()).equals(table.sha256())) {
                throw damaged(file, null);
            }
        }
        return new Dump(zip, manifest);
    }

    private static Manifest manifest(ZipFile zip, Path file) throws IOException {
        try (InputStream json = entry(zip, DumpWriter.MANIFEST)) {
            byte[] text = json.readAllBytes();
            if (JSON.readTree(text).path("format").asInt() > Manifest.FORMAT) {
                throw new CannotStart("%s was made by a later release of Common Ground: restore it with that release."
                        .formatted(file.toAbsolutePath()));
            }
            return JSON.readValue(text, Manifest.class);
        } catch (JacksonException e) {
            throw damaged(file, e);
        }
    }

    private static InputStream entry(ZipFile zip, String name) throws IOException {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) {
            throw new IOException("The file has no " + name);
        }
        return zip.getInputStream(entry);
    }

    private static CannotStart damaged(Path file, Exception cause) {
        return new CannotStart(
                "%s is no whole backup of Common Ground: it is damaged or something else, and nothing was restored."
                        .formatted(file.toAbsolutePath()),
                cause);
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
