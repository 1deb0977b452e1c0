package dev.firedrill.recovery.git.clone;

import dev.firedrill.recovery.port.GitUnavailable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** A directory for clones that no other process uses: the asked-for one, or a numbered neighbour while that is taken. */
public final class WorkDirectory implements AutoCloseable {
    private static final int MOST = 32;

    private final Path path;
    private final FileChannel channel;

    private WorkDirectory(Path path, FileChannel channel) {
        this.path = path;
        this.channel = channel;
    }

    public static WorkDirectory claim(Path wanted) {
        try {
            for (int n = 0; n < MOST; n++) {
                Path path = wanted.resolve("clones-" + n);
                Files.createDirectories(path);
                Optional<WorkDirectory> claimed = lock(path);
                if (claimed.isPresent()) {
                    return claimed.get();
                }
            }
            throw new GitUnavailable("work directory " + wanted + " is used by " + MOST
                    + " processes at once; give this one another --work-dir.");
        } catch (IOException | UncheckedIOException e) {
            throw new GitUnavailable(
                    "work directory " + wanted + " cannot be written; correct --work-dir or its permissions.", e);
        }
    }

    private static Optional<WorkDirectory> lock(Path path) throws IOException {
        FileChannel channel =
                FileChannel.open(path.resolve(".in-use"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            FileLock lock = channel.tryLock();
            if (lock != null) {
                return Optional.of(new WorkDirectory(path, channel));
            }
        } catch (OverlappingFileLockException e) {
            // Taken within this process, which happens in tests.
        }
        channel.close();
        return Optional.empty();
    }

    public Path path() {
        return path;
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException("lock of work directory " + path + " cannot be released", e);
        }
    }
}
