package dev.firedrill.recovery.journal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.firedrill.recovery.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A journal as lines of JSON, {@code {"n", "at", "step", "subject"}}, each handed to the operating system before the
 * recovery goes on, so that a killed process leaves a true record.
 */
public final class FileJournal implements Journal, AutoCloseable {
    private final FileChannel file;
    private final Clock clock;
    private final ReentrantLock lock = new ReentrantLock();
    private int steps;

    private FileJournal(FileChannel file, Clock clock) {
        this.file = file;
        this.clock = clock;
    }

    /**
     * A journal that adds to {@code file}.
     *
     * @throws UncheckedIOException when the file cannot be written
     */
    public static FileJournal open(Path file, Clock clock) {
        try {
            return new FileJournal(FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND), clock);
        } catch (IOException e) {
            throw new UncheckedIOException("journal " + file + " cannot be written", e);
        }
    }

    @Override
    public void step(Step what, String subject) {
        lock.lock();
        try {
            steps++;
            write(what, subject);
        } finally {
            lock.unlock();
        }
    }

    private void write(Step what, String subject) {
        ObjectNode line = Json.object();
        line.put("n", steps);
        line.put("at", clock.instant().toString());
        line.put("step", what.text());
        line.put("subject", subject);
        ByteBuffer bytes = ByteBuffer.wrap((Json.write(line) + "\n").getBytes(StandardCharsets.UTF_8));
        try {
            while (bytes.hasRemaining()) {
                file.write(bytes);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the journal cannot be written", e);
        }
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException e) {
            throw new UncheckedIOException("the journal cannot be closed", e);
        }
    }
}
