package dev.firedrill.recovery.serve;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Wakes the loop: for an alignment, or only for the variants. */
final class WorkQueue {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition rung = lock.newCondition();
    private long alignments;
    private long variants;
    private long alignmentsSeen;
    private long variantsSeen;
    private boolean stopped;

    /** Asks for a complete pass. */
    void ringForAlignment() {
        lock.lock();
        try {
            alignments++;
            rung.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Asks for another look at the variants. */
    void ringForVariants() {
        lock.lock();
        try {
            variants++;
            rung.signalAll();
        } finally {
            lock.unlock();
        }
    }

    void stop() {
        lock.lock();
        try {
            stopped = true;
            rung.signalAll();
        } finally {
            lock.unlock();
        }
    }

    boolean isStopped() {
        lock.lock();
        try {
            return stopped;
        } finally {
            lock.unlock();
        }
    }

    /** How often it was rung so far; a look answers the rings that came before it began. */
    long rings() {
        lock.lock();
        try {
            return alignments + variants;
        } finally {
            lock.unlock();
        }
    }

    /** How often it was rung for the variants so far, which every write of a user does when it is done. */
    long ringsForVariants() {
        lock.lock();
        try {
            return variants;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Waits until somebody rings or {@code patience} is over. Rings for the variants come with every write of a user, so
     * those are gathered for {@code gathering} first.
     */
    Wake await(Duration patience, Duration gathering) throws InterruptedException {
        lock.lock();
        try {
            long nanos = patience.toNanos();
            while (nanos > 0 && !stopped && alignments == alignmentsSeen && variants == variantsSeen) {
                nanos = rung.awaitNanos(nanos);
            }
            long rest = Math.min(nanos, gathering.toNanos());
            while (rest > 0 && !stopped && alignments == alignmentsSeen) {
                rest = rung.awaitNanos(rest);
            }
            boolean onlyVariants = alignments == alignmentsSeen && variants > variantsSeen;
            return take(onlyVariants);
        } finally {
            lock.unlock();
        }
    }

    private Wake take(boolean onlyVariants) {
        variantsSeen = variants;
        if (!onlyVariants) {
            alignmentsSeen = alignments;
        }
        return stopped ? Wake.STOP : onlyVariants ? Wake.VARIANTS : Wake.ALIGNMENT;
    }

    /** What to do next. */
    enum Wake {
        ALIGNMENT,
        VARIANTS,
        STOP
    }
}
