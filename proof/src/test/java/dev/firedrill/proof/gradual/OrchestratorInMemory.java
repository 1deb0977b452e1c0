package dev.firedrill.proof.gradual;

import dev.firedrill.recovery.engine.ChangeListener;
import dev.firedrill.recovery.engine.PackageEngine;
import dev.firedrill.recovery.engine.RepositoryState;
import dev.firedrill.recovery.journal.Failpoints;
import dev.firedrill.recovery.journal.Journal;
import dev.firedrill.recovery.model.RescueSet;
import dev.firedrill.recovery.model.RescuedMetadata;
import dev.firedrill.recovery.model.RescuedRevision;
import dev.firedrill.recovery.model.Returned;
import dev.firedrill.recovery.model.Variant;
import dev.firedrill.recovery.plan.Planner;
import dev.firedrill.recovery.port.RescueSets;
import dev.firedrill.recovery.reconcile.PassRequest;
import dev.firedrill.recovery.reconcile.PassResult;
import dev.firedrill.recovery.reconcile.Reconciler;
import dev.firedrill.recovery.reconcile.RecoveryComponents;
import dev.firedrill.recovery.reconcile.RepositoryOutcome;
import dev.firedrill.recovery.reconcile.Settings;
import dev.firedrill.recovery.variant.VariantController;
import dev.firedrill.recovery.variant.World;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** One life of the orchestrator on stores in memory: what it knows of Repositories ends with it. */
final class OrchestratorInMemory {
    /** Far more passes than any state of the stores takes. */
    private static final int RESTLESS = 20;

    final PackageEngine engine;
    private final StoresInMemory stores;
    private final Reconciler reconciler;
    private final VariantController controller;
    private final Map<String, RepositoryState> states = new HashMap<>();

    OrchestratorInMemory(StoresInMemory stores, Planner planner) {
        this.stores = stores;
        this.engine = new PackageEngine(
                stores.cache,
                stores.git,
                name -> states.getOrDefault(name, new RepositoryState.Absent("not registered")),
                stores.cluster.namespace(),
                Journal.none(),
                Clock.systemUTC(),
                new Deaf());
        this.controller = new VariantController(engine, stores.cluster, Journal.none());
        this.reconciler = new Reconciler(new RecoveryComponents(
                stores.cluster,
                stores.git,
                stores.cache,
                new NoSets(),
                planner,
                Journal.none(),
                Clock.systemUTC(),
                settings(stores.cluster.namespace()),
                UnaryOperator.identity(),
                List.of()));
    }

    /** Aligns and lets the variants decide, until both leave everything as it is. */
    void settle() {
        for (int pass = 0; pass < RESTLESS; pass++) {
            PassResult result = reconciler.pass(PassRequest.usual());
            learn(result);
            boolean moved = variants(result.cluster().variants());
            if (!result.changed() && !moved) {
                return;
            }
        }
        throw new AssertionError("the recovery does not come to rest: " + stores.state());
    }

    private void learn(PassResult result) {
        states.clear();
        for (RepositoryOutcome outcome : result.repositories()) {
            boolean good = outcome.aligned() && outcome.status().ready();
            states.put(
                    outcome.repository().name(),
                    good
                            ? new RepositoryState.Aligned(outcome.repository())
                            : new RepositoryState.Unaligned(
                                    Optional.of(outcome.repository()),
                                    outcome.status().message()));
            stores.cluster.report(outcome.repository(), outcome.status());
        }
    }

    private boolean variants(List<Variant> variants) {
        Set<String> living = variants.stream().map(Variant::uid).collect(Collectors.toSet());
        VariantController.RoundResult round =
                controller.round(variants, new World(engine.list(), states, living), "variants");
        round.statuses().forEach(stores.cluster::report);
        return round.changed();
    }

    /** One worker, as where steps are counted: a pool of threads would cost more than the pass. */
    private static Settings settings(String namespace) {
        Settings usual = Settings.of(Optional.empty(), namespace, "", "", Optional.empty(), Path.of("unused"));
        return new Settings(
                usual.kubeconfig(),
                namespace,
                "",
                "",
                Optional.empty(),
                usual.workDirectory(),
                Duration.ofDays(1),
                usual.removalThreshold(),
                false,
                Optional.empty(),
                new Failpoints(OptionalInt.of(Integer.MAX_VALUE), Optional.empty()),
                "");
    }

    /** Nobody has to be woken: whoever drives this orchestrator decides when it looks. */
    private static final class Deaf implements ChangeListener {
        @Override
        public void rowsChanged() {}

        @Override
        public void storesMayDisagree() {}
    }

    /** The cache in memory keeps what was rescued by itself. */
    private static final class NoSets implements RescueSets {
        @Override
        public List<RescueSet> list() {
            return List.of();
        }

        @Override
        public List<RescuedRevision> show(String set) {
            return List.of();
        }

        @Override
        public List<String> newest(int most) {
            return List.of();
        }

        @Override
        public List<RescuedMetadata> metadata(Set<String> names) {
            return List.of();
        }

        @Override
        public boolean knows(String set) {
            return false;
        }

        @Override
        public Returned restore(String set, Set<String> names) {
            return new Returned(List.of(), List.of());
        }

        @Override
        public Optional<String> unfinished() {
            return Optional.empty();
        }

        @Override
        public void finish(String set) {}
    }
}
