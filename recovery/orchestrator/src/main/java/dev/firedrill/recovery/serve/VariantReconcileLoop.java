package dev.firedrill.recovery.serve;

import dev.firedrill.recovery.engine.PackageEngine;
import dev.firedrill.recovery.model.CachedRevision;
import dev.firedrill.recovery.model.Variant;
import dev.firedrill.recovery.model.VariantStatus;
import dev.firedrill.recovery.port.Cluster;
import dev.firedrill.recovery.port.ClusterRefused;
import dev.firedrill.recovery.variant.VariantController;
import dev.firedrill.recovery.variant.World;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Lets the variants decide until nothing changes any more, and writes what is to be said about them. */
final class VariantReconcileLoop {
    /** Each round brings a variant a step on: reclaim, leave, adopt, withdraw, make, upgrade, and one to see rest. */
    private static final int ROUNDS = 8;

    private final PackageEngine engine;
    private final Cluster cluster;
    private final VariantController controller;

    VariantReconcileLoop(PackageEngine engine, Cluster cluster, VariantController controller) {
        this.engine = engine;
        this.cluster = cluster;
        this.controller = controller;
    }

    /** Reads the cache and lets the variants decide; tells whether anything was changed. */
    boolean look(OrchestratorState state, Reconciliation.Result found) {
        return look(state, found, found.variants().isEmpty() ? List.of() : engine.list());
    }

    /**
     * Lets the variants decide; tells whether anything was changed.
     *
     * @param rows of the cache as they are now
     */
    boolean look(OrchestratorState state, Reconciliation.Result found, List<CachedRevision> rows) {
        List<Variant> variants = found.variants();
        List<String> withdrawals = new ArrayList<>();
        Map<Variant, VariantStatus> statuses = Map.of();
        boolean changed = false;
        for (int round = 0; round < ROUNDS && !variants.isEmpty(); round++) {
            World world = new World(
                    round == 0 ? engine.visible(rows) : engine.list(),
                    state.current(),
                    variants.stream().map(Variant::uid).collect(Collectors.toSet()),
                    state.hindered());
            VariantController.RoundResult done = controller.round(variants, world, found.rescueSet());
            withdrawals.addAll(done.withdrawals());
            statuses = done.statuses();
            if (!done.changed()) {
                break;
            }
            changed = true;
        }
        Map<String, VariantStatus> byName = new TreeMap<>();
        statuses.forEach((variant, status) -> byName.put(variant.name(), reported(variant, status)));
        state.variantsReported(byName, withdrawals);
        return changed;
    }

    /** What is true of the variant, or why the control plane does not take that. */
    private VariantStatus reported(Variant variant, VariantStatus status) {
        try {
            cluster.report(variant, status);
            return status;
        } catch (ClusterRefused e) {
            return new VariantStatus(
                    status.stalled(),
                    false,
                    "Error",
                    e.getMessage() + " It would have said: " + status.message(),
                    status.downstreamTargets());
        }
    }
}
