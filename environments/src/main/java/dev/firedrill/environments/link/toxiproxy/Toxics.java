package dev.firedrill.environments.link.toxiproxy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;

/**
 * The toxics of one proxy. Changes are in effect for the next piece of data when the changing method returns, and end
 * every pause that is no longer called for.
 */
final class Toxics {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private volatile List<Toxic> all = List.of();

    List<Toxic> all() {
        return all;
    }

    /** Those in effect in one direction, in the order in which they were added. */
    List<Toxic> of(Stream stream) {
        return all.stream()
                .filter(toxic -> toxic.stream() == stream && toxic.toxicity() == 1)
                .toList();
    }

    Toxic get(String name) {
        return all.stream()
                .filter(toxic -> toxic.name().equals(name))
                .findFirst()
                .orElseThrow(() -> BadRequest.notFound("toxic"));
    }

    void add(Toxic added) {
        change(() -> {
            if (all.stream().anyMatch(toxic -> toxic.name().equals(added.name()))) {
                throw BadRequest.conflict("toxic");
            }
            List<Toxic> more = new ArrayList<>(all);
            more.add(added);
            all = List.copyOf(more);
        });
    }

    /** Puts another toxic of the same name in the place of one. */
    void replace(Toxic other) {
        change(() -> {
            Toxic before = get(other.name());
            all = all.stream().map(toxic -> toxic == before ? other : toxic).toList();
        });
    }

    Toxic remove(String name) {
        Toxic removed = get(name);
        change(() -> all = all.stream().filter(toxic -> toxic != removed).toList());
        return removed;
    }

    List<Toxic> clear() {
        List<Toxic> removed = all;
        change(() -> all = List.of());
        return removed;
    }

    boolean has(Toxic toxic) {
        return all.contains(toxic);
    }

    /** Ends pauses whose reason may be gone. */
    void wake() {
        change(() -> {});
    }

    /** Waits until {@code deadline} (of {@link System#nanoTime}) or until nothing calls for waiting any more. */
    void pauseUntil(long deadline, BooleanSupplier calledFor) throws InterruptedException {
        lock.lock();
        try {
            long left = deadline - System.nanoTime();
            while (left > 0 && calledFor.getAsBoolean()) {
                left = changed.awaitNanos(Math.min(left, TimeUnit.MINUTES.toNanos(1)));
                left = deadline - System.nanoTime();
            }
        } finally {
            lock.unlock();
        }
    }

    private void change(Runnable change) {
        lock.lock();
        try {
            change.run();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
