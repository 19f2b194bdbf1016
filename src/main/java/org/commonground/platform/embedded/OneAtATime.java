package org.commonground.platform.embedded;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.commonground.platform.CannotStart;

/** The lock on a data directory: the operating system gives it back when the application ends, however it ends. */
final class OneAtATime implements AutoCloseable {

    private final FileChannel channel;

    private OneAtATime(FileChannel channel) {
        this.channel = channel;
    }

    static OneAtATime in(DataDirectory data) throws IOException {
        Path file = data.file("lock");
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (!locked(channel)) {
            channel.close();
            throw new CannotStart("Another Common Ground is running on " + data
                    + ": stop it first, or name another directory with COMMONGROUND_DATA_DIR.");
        }
        return new OneAtATime(channel);
    }

    private static boolean locked(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException heldByThisJvm) {
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
