package org.commonground.platform.embedded;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.commonground.platform.Ids;

/** The mails that the embedded mail server has caught: one file each, as it came, for as long as nobody deletes it. */
public final class CaughtMails {

    private static final String ENDING = ".eml";

    private final Path directory;

    CaughtMails(Path directory) {
        this.directory = directory;
    }

    /** When this returns, the mail is on disk and survives whatever happens next. */
    void keep(MimeMessage message) throws IOException, MessagingException {
        Path whole = directory.resolve(Ids.next() + ENDING);
        Path draft = directory.resolve(whole.getFileName() + ".new");
        try (FileChannel file = FileChannel.open(draft, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
                OutputStream out = Channels.newOutputStream(file)) {
            message.writeTo(out);
            file.force(true);
        }
        Files.move(draft, whole, StandardCopyOption.ATOMIC_MOVE);
        rememberName();
    }

    /** The newest mails first, at most as many as asked for, all older than the one named. */
    public List<CaughtMail> newest(int limit, Optional<UUID> olderThan) {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(ENDING))
                    .filter(name -> olderThan
                            .map(id -> name.compareTo(id.toString()) < 0)
                            .orElse(true))
                    .sorted(Comparator.reverseOrder())
                    .limit(limit)
                    .map(name -> UUID.fromString(name.substring(0, name.length() - ENDING.length())))
                    .flatMap(id -> find(id).stream())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot list " + directory, e);
        }
    }

    public Optional<CaughtMail> find(UUID id) {
        try (InputStream file = Files.newInputStream(directory.resolve(id + ENDING))) {
            return Optional.of(MailReader.read(id, file));
        } catch (NoSuchFileException unknown) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the mail " + id, e);
        }
    }

    /** The directory's own entry has to reach the disk too; where a directory cannot be opened, it does so by itself. */
    private void rememberName() throws IOException {
        if (System.getProperty("os.name").startsWith("Windows")) {
            return;
        }
        try (FileChannel entry = FileChannel.open(directory, StandardOpenOption.READ)) {
            entry.force(true);
        }
    }
}
