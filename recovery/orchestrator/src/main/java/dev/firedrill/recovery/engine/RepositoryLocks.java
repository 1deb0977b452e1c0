package dev.firedrill.recovery.engine;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * One lock a repository, held by the writes that read several rows before they write one: two approvals of one package
 * must not both take the next number. Writes of other processes are told apart by the cache's own checks.
 */
final class RepositoryLocks {
    private final ConcurrentMap<String, ReentrantLock> locks = new ConcurrentHashMap<>();

    void holding(String repository, Runnable work) {
        holding(repository, () -> {
            work.run();
            return true;
        });
    }

    <T> T holding(String repository, Supplier<T> work) {
        ReentrantLock lock = locks.computeIfAbsent(repository, name -> new ReentrantLock());
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }
}
