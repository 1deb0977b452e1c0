package dev.firedrill.recovery.sets.storage;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Writes files so that they survive a power cut: the bytes are forced before the name is there, and the name is forced before
 * the call returns. What is being written stands in a hidden folder, so that a killed process leaves nothing among the sets.
 */
final class DurableFiles {
    private static final int BUFFER = 1 << 16;

    private final Path root;
    private final Path unfinished;
    private final Path locks;

    DurableFiles(Path root) {
        this.root = root;
        this.unfinished = root.resolve(".unfinished");
        this.locks = root.resolve(".locks");
    }

    void create(Path target, Content content) throws IOException {
        Path file = write(content);
        try {
            prepareFolder(target.getParent());
            Files.createLink(target, file);
        } finally {
            Files.deleteIfExists(file);
        }
        force(target.getParent());
    }

    void replace(Path target, byte[] content) throws IOException {
        Path file = write(Content.of(content));
        prepareFolder(target.getParent());
        Files.move(file, target, StandardCopyOption.ATOMIC_MOVE);
    }

    Optional<StorageLock> tryLock(String name, boolean shared) throws IOException {
        if (shared && !Files.isWritable(root)) {
            // From a storage that is mounted read-only nobody can take anything away.
            return Optional.of(() -> {});
        }
        Files.createDirectories(locks);
        FileChannel channel = FileChannel.open(
                locks.resolve(name), StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        try {
            FileLock lock = channel.tryLock(0, Long.MAX_VALUE, shared);
            if (lock != null) {
                return Optional.of(new HeldFile(channel));
            }
        } catch (OverlappingFileLockException e) {
            // This process holds it.
        }
        channel.close();
        return Optional.empty();
    }

    private Path write(Content content) throws IOException {
        Files.createDirectories(unfinished);
        Path file = unfinished.resolve(UUID.randomUUID().toString());
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            // It is locked while it is written, so that what a killed process left can be told from what is in use.
            channel.lock();
            OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel), BUFFER);
            content.writeTo(out);
            out.flush();
            channel.force(true);
        } catch (IOException | RuntimeException | Error e) {
            Files.deleteIfExists(file);
            throw e;
        }
        return file;
    }

    /** Removes what processes that are gone were writing. */
    void sweep() throws IOException {
        if (!Files.isDirectory(unfinished)) {
            return;
        }
        try (Stream<Path> left = Files.list(unfinished)) {
            for (Path file : left.toList()) {
                sweep(file);
            }
        }
    }

    private static void sweep(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            if (channel.tryLock() != null) {
                Files.deleteIfExists(file);
            }
        } catch (OverlappingFileLockException e) {
            // This process writes it.
        } catch (java.nio.file.NoSuchFileException e) {
            // Its writer has finished meanwhile.
        }
    }

    /** A new folder is forced in its parent, or a power cut takes it with all that is in it. */
    private void prepareFolder(Path folder) throws IOException {
        if (Files.isDirectory(folder) || folder.equals(root)) {
            return;
        }
        prepareFolder(folder.getParent());
        Files.createDirectories(folder);
        force(folder.getParent());
    }

    private static void force(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private record HeldFile(FileChannel channel) implements StorageLock {
        @Override
        public void close() {
            try {
                channel.close();
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }
    }
}
