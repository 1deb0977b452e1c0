package dev.firedrill.recovery.serve;

import dev.firedrill.recovery.api.ApiServer;
import dev.firedrill.recovery.api.Responder;
import dev.firedrill.recovery.engine.ChangeListener;
import dev.firedrill.recovery.engine.PackageEngine;
import dev.firedrill.recovery.journal.Journal;
import dev.firedrill.recovery.port.Cluster;
import dev.firedrill.recovery.port.GitRepositories;
import dev.firedrill.recovery.port.PackageCache;
import dev.firedrill.recovery.variant.VariantController;
import java.io.IOException;
import java.time.Clock;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** The API and the loop of passes over one set of stores. */
final class Serving {
    private final WorkQueue queue = new WorkQueue();
    private final Cluster cluster;
    private final PackageEngine engine;
    private final ProcessPages pages;
    private final PassLoop loop;
    private final ServeSettings settings;
    private final UnaryOperator<Responder> answering;

    Serving(
            Cluster cluster,
            GitRepositories git,
            PackageCache cache,
            Function<PackageEngine, Reconciliation> alignment,
            Journal journal,
            Clock clock,
            ServeSettings settings,
            UnaryOperator<Responder> answering) {
        this.cluster = cluster;
        this.answering = answering;
        this.settings = settings;
        OrchestratorState state = new OrchestratorState();
        this.engine =
                new PackageEngine(cache, git, state, cluster.namespace(), journal, clock, new QueueingListener(queue));
        this.pages = new ProcessPages(state, queue, clock);
        VariantReconcileLoop variants =
                new VariantReconcileLoop(engine, cluster, new VariantController(engine, cluster, journal));
        this.loop =
                new PassLoop(alignment.apply(engine), variants, cluster, state, queue, clock, settings.pollInterval());
    }

    /** Serves the API; what it says of package revisions begins with the first pass. */
    ApiServer listen() throws IOException {
        return ApiServer.start(settings.listen(), engine, pages, settings.token(), answering);
    }

    /** Runs passes until {@link #stop} is called. */
    void run() throws InterruptedException {
        // Hints only: the loop looks for itself at every poll, and a watch ends with the process.
        cluster.onChange(queue::requestPass);
        loop.run();
    }

    void stop() {
        queue.stop();
    }

    private record QueueingListener(WorkQueue queue) implements ChangeListener {
        @Override
        public void rowsChanged() {
            queue.requestVariants();
        }

        @Override
        public void storesMayDisagree() {
            // Any part of the write may have reached a store.
            queue.requestVariants();
            queue.requestPass();
        }
    }
}
