package dev.firedrill.environments.git.embedded;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * Keeps pushes and the harness apart. A push holds the repositories only while it changes refs, its objects being on
 * disk by then; so a client that hangs (drills cut connections) holds up nobody. A push that began before its
 * repository was replaced must not change refs of the new one, whose objects it never sent.
 */
final class Traffic {
    private final ReadWriteLock refs = new ReentrantReadWriteLock(true);
    private final Map<String, Object> replacements = new ConcurrentHashMap<>();

    /** Work on files. */
    @FunctionalInterface
    interface Work<T> {
        T run() throws IOException;
    }

    /** Stands for the repository as it is now. */
    Object ticket(String repository) {
        return replacements.computeIfAbsent(repository, first -> new Object());
    }

    /**
     * Lets a push change refs unless its repository was replaced since the ticket was drawn.
     *
     * @return whether it was let
     */
    boolean push(String repository, Object ticket, Runnable changeRefs) {
        refs.readLock().lock();
        try {
            boolean same = ticket(repository) == ticket;
            if (same) {
                changeRefs.run();
            }
            return same;
        } finally {
            refs.readLock().unlock();
        }
    }

    /** Does something while no push changes refs. */
    <T> T hold(Work<T> work) throws IOException {
        refs.writeLock().lock();
        try {
            return work.run();
        } finally {
            refs.writeLock().unlock();
        }
    }

    /** Tells that a repository is another one from now on; to be called within {@link #hold}. */
    void replaced(String repository) {
        replacements.put(repository, new Object());
    }

    /** Tells that every repository is another one from now on; to be called within {@link #hold}. */
    void replacedAll() {
        replacements.replaceAll((repository, before) -> new Object());
    }
}
