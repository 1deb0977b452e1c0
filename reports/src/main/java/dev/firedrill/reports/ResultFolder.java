package dev.firedrill.reports;

import dev.firedrill.reports.result.ResultFile;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The folder that receives the results of a drill. A manifest in it says which files are Firedrill's, each with its hash
 * once it is finished; only those are ever replaced or removed. Whoever finds something else in its place is refused with
 * {@link NotOurs} before anything was touched. Safe for use by several threads, and closed to a second drill meanwhile.
 */
public final class ResultFolder implements AutoCloseable {
    /** Everything that a drill writes stands in or below one of these. */
    static final List<String> NAMES = List.of(
            ResultFile.NAME,
            JournalWriter.NAME,
            JUnitFile.NAME,
            MetricsFile.NAME,
            "site",
            "allure-results",
            "evidence");

    private final Path folder;
    private final FileChannel channel;
    private final Manifest manifest;

    private ResultFolder(Path folder, FileChannel channel, Manifest manifest) {
        this.folder = folder;
        this.channel = channel;
        this.manifest = manifest;
    }

    /**
     * Opens the folder for a new drill: what an earlier one has left is removed.
     *
     * @throws NotOurs when something stands there that no manifest proves to be Firedrill's
     * @throws ResultsNotWritten when the folder cannot be written
     */
    public static ResultFolder renewed(Path folder) {
        ResultFolder opened = extended(folder);
        try {
            new Leftovers(folder, opened.manifest).remove();
            opened.begin();
            return opened;
        } catch (RuntimeException refused) {
            opened.release();
            throw refused;
        }
    }

    /**
     * Opens the folder to add to what is there.
     *
     * @throws NotOurs when the folder is none, or another drill is writing there
     * @throws ResultsNotWritten when the folder cannot be written
     */
    public static ResultFolder extended(Path folder) {
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw new NotOurs(folder, folder, "is a file and no folder");
        }
        Path file = folder.resolve(Manifest.NAME);
        try {
            Files.createDirectories(folder);
            Manifest manifest = Manifest.read(folder);
            boolean first = !Files.exists(file, LinkOption.NOFOLLOW_LINKS) || Files.size(file) == 0;
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            ResultFolder opened = new ResultFolder(folder, channel, manifest);
            opened.lock();
            if (first) {
                opened.begin();
            }
            channel.position(channel.size());
            return opened;
        } catch (IOException e) {
            throw new ResultsNotWritten(file, e);
        }
    }

    /** Where the folder is. */
    public Path path() {
        return folder;
    }

    /**
     * Notes that the file at {@code path}, relative and with forward slashes, is Firedrill's, and makes its folder. To be
     * called before the file is written, so that a killed drill leaves nothing that nobody owns.
     *
     * @throws NotOurs when a file of somebody else stands there
     */
    public synchronized Path claim(String path) {
        Path file = folder.resolve(path);
        try {
            if (!manifest.holds(path)) {
                if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
                    throw new NotOurs(folder, file, "is not of Firedrill");
                }
                manifest.add(path);
                append(Manifest.line(path, Optional.empty()));
            }
            Files.createDirectories(file.getParent());
            return file;
        } catch (IOException e) {
            throw new ResultsNotWritten(file, e);
        }
    }

    /**
     * Writes a whole file: a reader, or a second drill after a kill, never sees half of it. What holds that text already
     * stays, whoever wrote it.
     */
    public void write(String path, String text) {
        try {
            if (!manifest.holds(path) && holds(folder.resolve(path), text)) {
                return;
            }
        } catch (IOException e) {
            throw new ResultsNotWritten(folder.resolve(path), e);
        }
        Path file = claim(path);
        try {
            Path draft = Manifest.draftOf(file);
            Files.writeString(draft, text, StandardCharsets.UTF_8);
            Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new ResultsNotWritten(file, e);
        }
    }

    /** Writes down the hashes of everything that was written, and lets others in. */
    @Override
    public synchronized void close() {
        Path file = folder.resolve(Manifest.NAME);
        try {
            Path draft = Manifest.draftOf(file);
            Files.writeString(draft, manifest.hashed(), StandardCharsets.UTF_8);
            Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new ResultsNotWritten(file, e);
        } finally {
            release();
        }
    }

    private static boolean holds(Path file, String text) throws IOException {
        return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                && Arrays.equals(Files.readAllBytes(file), text.getBytes(StandardCharsets.UTF_8));
    }

    private void begin() {
        try {
            channel.truncate(0);
            append(Manifest.HEADER + "\n");
            for (String path : manifest.paths()) {
                append(Manifest.line(path, Optional.empty()));
            }
        } catch (IOException e) {
            throw new ResultsNotWritten(folder.resolve(Manifest.NAME), e);
        }
    }

    private void append(String text) throws IOException {
        channel.write(StandardCharsets.UTF_8.encode(text), channel.size());
    }

    private void lock() {
        @Nullable FileLock lock;
        try {
            lock = channel.tryLock();
        } catch (OverlappingFileLockException heldHere) {
            lock = null;
        } catch (IOException withoutLocks) {
            // A file system that knows no locks is no reason not to write results there.
            return;
        }
        if (lock == null) {
            release();
            throw new NotOurs(folder, folder, "is being written by another drill");
        }
    }

    private void release() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new ResultsNotWritten(folder.resolve(Manifest.NAME), e);
        }
    }
}
