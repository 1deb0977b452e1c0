package dev.firedrill.steps.rehearsal;

import dev.firedrill.environments.process.Leash;
import dev.firedrill.reports.result.EnvironmentReport;
import dev.firedrill.steps.laboratory.Forms;
import dev.firedrill.steps.laboratory.Laboratory;
import dev.firedrill.vocabulary.Product;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The benches of a drill: each a laboratory with the histories that were written in it. As many exist as scenarios run at
 * a time; a scenario borrows one and brings it back.
 */
public final class BenchPool implements AutoCloseable {
    private final Leash leash;
    private final Forms forms;
    private final int repositories;
    private final Deque<Bench> free = new ArrayDeque<>();
    private final List<Bench> all = new ArrayList<>();
    private final AtomicInteger opened = new AtomicInteger();

    /**
     * Starts the first bench, so that a broken environment is known before any scenario begins.
     *
     * @param repositories how many repositories the standard history has
     */
    public BenchPool(Leash leash, Forms forms, int repositories) {
        this.leash = leash;
        this.forms = forms;
        this.repositories = repositories;
        giveBack(open());
    }

    /**
     * What stands behind each role.
     *
     * @param broken the deliberately wrong recovery that is drilled, if one is
     */
    public EnvironmentReport environment(Optional<String> broken) {
        Laboratory first;
        synchronized (this) {
            first = all.get(0).laboratory();
        }
        return new EnvironmentReport(
                first.controlPlane().product(),
                first.git().product(),
                first.database().product(),
                first.links().product(),
                new Product(
                        "own process",
                        broken.map(name -> "broken recovery '" + name + "'").orElse("Firedrill recovery"),
                        String.valueOf(BenchPool.class.getPackage().getImplementationVersion()),
                        broken.isEmpty()));
    }

    /** A bench that nobody else uses; started when none is free. */
    public Bench borrow() {
        synchronized (this) {
            if (!free.isEmpty()) {
                return free.pop();
            }
        }
        return open();
    }

    /** Takes a bench back. */
    public synchronized void giveBack(Bench bench) {
        free.push(bench);
    }

    private Bench open() {
        Bench bench = Bench.open(leash, forms, repositories, "bench-" + opened.incrementAndGet());
        synchronized (this) {
            all.add(bench);
        }
        return bench;
    }

    @Override
    public synchronized void close() {
        all.forEach(Bench::close);
    }
}
