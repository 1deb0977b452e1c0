package dev.firedrill.recovery.reconcile;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/** A few threads for work on many Repositories. */
final class Workers implements AutoCloseable {
    /** Most of the work is waiting for git servers and the database. */
    static final int USUAL = 6;

    private final ExecutorService threads;

    Workers(int count) {
        threads = Executors.newFixedThreadPool(count, work -> {
            Thread thread = new Thread(work, "aligner");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** The results in the order of {@code items}; the first failure is thrown when all have ended. */
    <I, R> List<R> each(List<I> items, Function<I, R> work) {
        List<Future<R>> running = items.stream()
                .map(item -> threads.submit(() -> work.apply(item)))
                .toList();
        List<R> results = new ArrayList<>();
        List<Throwable> failures = new ArrayList<>();
        for (Future<R> future : running) {
            try {
                results.add(await(future));
            } catch (RuntimeException | Error e) {
                failures.add(e);
            }
        }
        if (!failures.isEmpty()) {
            throw thrown(failures.get(0));
        }
        return results;
    }

    private static <R> R await(Future<R> future) {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return future.get();
                } catch (InterruptedException e) {
                    // What a thread has begun has to be known; the interruption is handed on afterwards.
                    interrupted = true;
                } catch (ExecutionException e) {
                    throw thrown(e.getCause());
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static RuntimeException thrown(Throwable failure) {
        if (failure instanceof Error error) {
            throw error;
        }
        return failure instanceof RuntimeException cause
                ? cause
                : new IllegalStateException("a worker failed", failure);
    }

    @Override
    public void close() {
        threads.shutdown();
    }
}
