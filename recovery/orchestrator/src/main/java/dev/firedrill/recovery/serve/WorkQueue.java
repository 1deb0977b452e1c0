package dev.firedrill.recovery.serve;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Requests for the loop: for a complete pass, or only for the variants. Requests of one kind are answered together. */
final class WorkQueue {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition requested = lock.newCondition();
    private long passes;
    private long variants;
    private long passesTaken;
    private long variantsTaken;
    private boolean stopped;

    /** Asks for a complete pass. */
    void requestPass() {
        lock.lock();
        try {
            passes++;
            requested.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Asks for another look at the variants. */
    void requestVariants() {
        lock.lock();
        try {
            variants++;
            requested.signalAll();
        } finally {
            lock.unlock();
        }
    }

    void stop() {
        lock.lock();
        try {
            stopped = true;
            requested.signalAll();
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

    /** How many requests there were so far; a pass answers those that came before it began. */
    long requests() {
        lock.lock();
        try {
            return passes + variants;
        } finally {
            lock.unlock();
        }
    }

    /** How many requests for the variants there were so far; each write of a user ends with one. */
    long variantRequests() {
        lock.lock();
        try {
            return variants;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Waits until there is a request or {@code patience} is over. Each write of a user requests the variants, so that those
     * requests are gathered for {@code gathering} first.
     */
    Wake await(Duration patience, Duration gathering) throws InterruptedException {
        lock.lock();
        try {
            long nanos = patience.toNanos();
            while (nanos > 0 && !stopped && passes == passesTaken && variants == variantsTaken) {
                nanos = requested.awaitNanos(nanos);
            }
            long rest = Math.min(nanos, gathering.toNanos());
            while (rest > 0 && !stopped && passes == passesTaken) {
                rest = requested.awaitNanos(rest);
            }
            boolean onlyVariants = passes == passesTaken && variants > variantsTaken;
            return take(onlyVariants);
        } finally {
            lock.unlock();
        }
    }

    private Wake take(boolean onlyVariants) {
        variantsTaken = variants;
        if (!onlyVariants) {
            passesTaken = passes;
        }
        return stopped ? Wake.STOP : onlyVariants ? Wake.VARIANTS : Wake.PASS;
    }

    /** What to do next. */
    enum Wake {
        PASS,
        VARIANTS,
        STOP
    }
}
