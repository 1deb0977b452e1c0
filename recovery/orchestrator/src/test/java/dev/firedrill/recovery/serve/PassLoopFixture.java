package dev.firedrill.recovery.serve;

import dev.firedrill.recovery.engine.ChangeListener;
import dev.firedrill.recovery.engine.PackageEngine;
import dev.firedrill.recovery.fake.FakeCache;
import dev.firedrill.recovery.fake.FakeCluster;
import dev.firedrill.recovery.fake.FakeGit;
import dev.firedrill.recovery.fake.Samples;
import dev.firedrill.recovery.journal.Journal;
import dev.firedrill.recovery.model.Variant;
import dev.firedrill.recovery.variant.VariantController;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;

/** A loop of passes over stores in memory. It does not run until {@code loop.start()}. */
@Timeout(value = 30, unit = TimeUnit.SECONDS)
abstract class PassLoopFixture {
    final FakeCache cache = new FakeCache();
    final FakeGit git = new FakeGit();
    final FakeCluster cluster = new FakeCluster();
    final FakeReconciliation reconciliation = new FakeReconciliation(cache, git, cluster);
    final WorkQueue queue = new WorkQueue();
    final OrchestratorState state = new OrchestratorState();
    final ProcessPages pages = new ProcessPages(state, queue, Clock.systemUTC());
    final PackageEngine engine = new PackageEngine(
            cache, git, state, Samples.NAMESPACE, Journal.none(), Clock.systemUTC(), new ChangeListener() {
                @Override
                public void rowsChanged() {
                    queue.requestVariants();
                }

                @Override
                public void storesMayDisagree() {
                    queue.requestPass();
                }
            });
    final Thread loop = new Thread(this::run, "loop");

    private void run() {
        try {
            new PassLoop(
                            reconciliation,
                            new VariantReconcileLoop(
                                    engine, cluster, new VariantController(engine, cluster, Journal.none())),
                            cluster,
                            state,
                            queue,
                            Clock.systemUTC(),
                            Duration.ofSeconds(20))
                    .run();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @BeforeEach
    void register() {
        cluster.repositories.put("blue", Samples.repository("blue"));
        cluster.repositories.put("edge", Samples.repository("edge"));
    }

    @AfterEach
    void stop() throws InterruptedException {
        queue.stop();
        loop.join();
    }

    void awaitPass() {
        Instant now = Instant.now();
        await(() -> pages.ready(Optional.of(now)).good());
    }

    static Variant variant() {
        return variant("v", "uid-1");
    }

    static Variant variant(String name, String uid) {
        return new Variant(
                Samples.NAMESPACE,
                name,
                uid,
                1,
                false,
                "blue",
                "upf",
                Optional.of("v1"),
                "edge",
                "site/upf",
                false,
                false,
                Map.of(),
                Map.of(),
                Map.of(),
                "{}");
    }

    /** Yields to the loop until something is so; the test's time limit ends what never becomes so. */
    static void await(BooleanSupplier condition) {
        while (!condition.getAsBoolean()) {
            Thread.onSpinWait();
            Thread.yield();
        }
    }
}
