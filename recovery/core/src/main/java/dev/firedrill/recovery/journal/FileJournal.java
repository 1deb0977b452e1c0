package dev.firedrill.recovery.journal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.firedrill.recovery.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A journal as lines of JSON, {@code {"n", "at", "step", "subject"}}, each handed to the operating system before the
 * recovery goes on, so that a killed process leaves a true record. It also keeps the failpoints, because they count steps.
 */
public final class FileJournal implements Journal, AutoCloseable {
    private static final int KILLED = 137;
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(5);

    private final Optional<FileChannel> file;
    private final Failpoints failpoints;
    private final Clock clock;
    private final Runnable halt;
    private final ReentrantLock lock = new ReentrantLock();
    private int steps;

    private FileJournal(Optional<FileChannel> file, Failpoints failpoints, Clock clock, Runnable halt) {
        this.file = file;
        this.failpoints = failpoints;
        this.clock = clock;
        this.halt = halt;
    }

    /** A journal that adds to {@code file}, or keeps nothing without one, and stops the process at {@code failpoints}. */
    public static FileJournal open(Optional<Path> file, Failpoints failpoints, Clock clock) {
        return open(file, failpoints, clock, () -> Runtime.getRuntime().halt(KILLED));
    }

    static FileJournal open(Optional<Path> file, Failpoints failpoints, Clock clock, Runnable halt) {
        return new FileJournal(file.map(FileJournal::channel), failpoints, clock, halt);
    }

    private static FileChannel channel(Path file) {
        try {
            return FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException("journal " + file + " cannot be written", e);
        }
    }

    @Override
    public void step(Step what, String subject) {
        // Held while paused or halting: no other thread takes a further step.
        lock.lock();
        try {
            steps++;
            write(what, subject);
            if (failpoints.haltsAfter(steps)) {
                halt.run();
            }
            if (failpoints.pausesAfter(steps, what)) {
                pause();
            }
        } finally {
            lock.unlock();
        }
    }

    private void write(Step what, String subject) {
        if (file.isEmpty()) {
            return;
        }
        ObjectNode line = Json.object();
        line.put("n", steps);
        line.put("at", clock.instant().toString());
        line.put("step", what.text());
        line.put("subject", subject);
        ByteBuffer bytes = ByteBuffer.wrap((Json.write(line) + "\n").getBytes(StandardCharsets.UTF_8));
        try {
            while (bytes.hasRemaining()) {
                file.get().write(bytes);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the journal cannot be written", e);
        }
    }

    private void pause() {
        while (failpoints.pauseUntil().filter(Files::exists).isEmpty()) {
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
        }
    }

    @Override
    public void close() {
        try {
            if (file.isPresent()) {
                file.get().close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the journal cannot be closed", e);
        }
    }
}
