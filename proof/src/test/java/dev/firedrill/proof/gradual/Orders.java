package dev.firedrill.proof.gradual;

import dev.firedrill.recovery.plan.Planner;
import dev.firedrill.workload.gitops.Manifests;
import dev.firedrill.workload.gitops.Rollout;
import dev.firedrill.workload.gitops.RolloutShrinker;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Tries orders in which objects come back, and fails at the first that does not end as the usual one, with its core. */
final class Orders {
    private static final int ENOUGH_TRIES = 10_000;

    private final Supplier<StoresInMemory> left;
    private final Planner planner;
    private final List<HasMetadata> objects;
    private final Map<String, String> usual;

    /** @param left stores as the disaster leaves them, new ones each time */
    Orders(Supplier<StoresInMemory> left, Planner planner, Manifests manifests) {
        this.left = left;
        this.planner = planner;
        this.objects = manifests.objects();
        this.usual = end(RolloutShrinker.usual(Rollout.allAtOnce(manifests)));
    }

    /**
     * Every permutation, one object at a time; what is common to the beginnings of several is done once.
     *
     * @return how many there were
     */
    int tryEveryPermutation() {
        return goOn(settled(left.get()), List.of(), objects);
    }

    void tryOne(Rollout order) {
        compare(end(order), order);
    }

    /** Where the stores are when the objects have come back in this order and nothing is left to be done. */
    Map<String, String> end(Rollout order) {
        StoresInMemory stores = left.get();
        OrchestratorInMemory orchestrator = new OrchestratorInMemory(stores, planner);
        orchestrator.settle();
        for (int i = 0; i < order.batches().size(); i++) {
            List<HasMetadata> batch = order.batches().get(i);
            batch.forEach(object -> HistoryInMemory.comeBack(object, stores.cluster));
            orchestrator.settle();
            if (order.isInterruptedAfter(i + 1)) {
                orchestrator = new OrchestratorInMemory(stores, planner);
                batch.forEach(object -> HistoryInMemory.comeBack(object, stores.cluster));
                orchestrator.settle();
            }
        }
        return stores.state();
    }

    private int goOn(StoresInMemory stores, List<HasMetadata> back, List<HasMetadata> missing) {
        if (missing.isEmpty()) {
            compare(stores.state(), Rollout.cut(back, 1));
            return 1;
        }
        int tried = 0;
        for (HasMetadata next : missing) {
            StoresInMemory own = stores.copy();
            HistoryInMemory.comeBack(next, own.cluster);
            tried += goOn(settled(own), with(back, next), without(missing, next));
        }
        return tried;
    }

    private StoresInMemory settled(StoresInMemory stores) {
        new OrchestratorInMemory(stores, planner).settle();
        return stores;
    }

    private void compare(Map<String, String> end, Rollout order) {
        if (!end.equals(usual)) {
            Rollout core = RolloutShrinker.shrink(order, this::isUnusual, ENOUGH_TRIES);
            throw new AssertionError("The end depends on the order: " + core + "\nwhich ends in " + end(core)
                    + "\nand as usual in " + end(RolloutShrinker.usual(core)) + "\nfound as " + order);
        }
    }

    private boolean isUnusual(Rollout order) {
        return !end(order).equals(end(RolloutShrinker.usual(order)));
    }

    private static List<HasMetadata> with(List<HasMetadata> list, HasMetadata one) {
        List<HasMetadata> longer = new ArrayList<>(list);
        longer.add(one);
        return longer;
    }

    private static List<HasMetadata> without(List<HasMetadata> list, HasMetadata one) {
        List<HasMetadata> shorter = new ArrayList<>(list);
        shorter.remove(one);
        return shorter;
    }
}
