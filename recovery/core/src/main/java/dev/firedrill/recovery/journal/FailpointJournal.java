package dev.firedrill.recovery.journal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A journal that stops the process at failpoints, right after the step has been recorded in the journal that it wraps. A process that has no failpoints does not have it.
 */
public final class FailpointJournal implements Journal {
    /** The exit code of a process that was killed. */
    private static final int KILLED = 137;

    private final Journal recorded;
    private final Failpoints failpoints;
    private final Runnable halt;
    private final ReentrantLock lock = new ReentrantLock();
    private int steps;

    /** Records in {@code recorded} and stops this process at {@code failpoints}. */
    public FailpointJournal(Journal recorded, Failpoints failpoints) {
        this(recorded, failpoints, () -> Runtime.getRuntime().halt(KILLED));
    }

    FailpointJournal(Journal recorded, Failpoints failpoints, Runnable halt) {
        this.recorded = recorded;
        this.failpoints = failpoints;
        this.halt = halt;
    }

    @Override
    public void step(Step what, String subject) {
        // Held while paused or halting: no other thread takes a further step.
        lock.lock();
        try {
            recorded.step(what, subject);
            steps++;
            if (failpoints.haltsAfter(steps)) {
                halt.run();
            }
            if (failpoints.pausesAfter(steps, what)) {
                failpoints.pauseUntil().ifPresentOrElse(FailpointJournal::awaitFile, FailpointJournal::pauseForGood);
            }
        } finally {
            lock.unlock();
        }
    }

    /** Nothing ends this pause but the end of the process, interruptions included. */
    private static void pauseForGood() {
        new Semaphore(0).acquireUninterruptibly();
    }

    private static void awaitFile(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        boolean interrupted = false;
        try (WatchService watch = folder.getFileSystem().newWatchService()) {
            folder.register(watch, StandardWatchEventKinds.ENTRY_CREATE);
            // Looked for after the watch has begun, so that the file cannot come unseen in between.
            while (!Files.exists(file)) {
                try {
                    watch.take().reset();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the folder of --pause-until " + file + " cannot be watched", e);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
