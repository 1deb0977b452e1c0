package dev.firedrill.proof.gradual;

import dev.firedrill.recovery.fake.FakeCache;
import dev.firedrill.recovery.fake.FakeCluster;
import dev.firedrill.recovery.fake.FakeGit;
import dev.firedrill.recovery.model.CachedRevision;
import dev.firedrill.recovery.model.OwnerReference;
import dev.firedrill.recovery.model.VariantStatus;
import java.util.Map;
import java.util.TreeMap;

/** The three stores in memory; git and cache can be copied as they are, to be what a disaster leaves. */
final class StoresInMemory {
    final FakeCluster cluster = new FakeCluster();
    final FakeGit git = new FakeGit();
    final FakeCache cache = new FakeCache();

    /** A cluster without anything, with git as of {@code git} and the cache as of {@code cache}. */
    static StoresInMemory afterLossOfTheCluster(StoresInMemory git, StoresInMemory cache) {
        StoresInMemory left = new StoresInMemory();
        left.git.tags.putAll(git.git.tags);
        left.git.heads.putAll(git.git.heads);
        left.cache.rows.putAll(cache.cache.rows);
        left.cache.repositories.putAll(cache.cache.repositories);
        left.cache.awaitsRemoval.addAll(cache.cache.awaitsRemoval);
        return left;
    }

    /** The same stores again, for one more way to go on from here. */
    StoresInMemory copy() {
        StoresInMemory copy = afterLossOfTheCluster(this, this);
        copy.cluster.repositories.putAll(cluster.repositories);
        copy.cluster.variants.putAll(cluster.variants);
        copy.cluster.repositoryStatuses.putAll(cluster.repositoryStatuses);
        copy.cluster.variantStatuses.putAll(cluster.variantStatuses);
        copy.cache.rescued.addAll(cache.rescued);
        return copy;
    }

    /** Everything that must not depend on an order; times may. */
    Map<String, String> state() {
        Map<String, String> state = new TreeMap<>();
        cache.revisions(cluster.namespace()).forEach(row -> state.put("row " + row.name(), facts(row)));
        cache.repositories.forEach((name, row) -> state.put("repository row " + name, row.toString()));
        state.put("rescued", cache.rescued.stream().sorted().toList().toString());
        state.put("tags", new TreeMap<>(git.tags).toString());
        cluster.repositoryStatuses.forEach((name, status) -> state.put("Repository " + name, status.ready() + ""));
        cluster.variantStatuses.forEach((name, status) -> state.put("PackageVariant " + name, facts(status)));
        return state;
    }

    private static String facts(CachedRevision row) {
        return row.revision() + " " + row.lifecycle() + " " + row.latest() + ", content "
                + row.content().hash() + ", at " + row.lock().ref() + ", labels "
                + new TreeMap<>(row.metadata().labels()) + ", annotations "
                + new TreeMap<>(row.metadata().annotations()) + ", owners "
                + row.metadata().owners().stream().map(OwnerReference::uid).toList();
    }

    private static String facts(VariantStatus status) {
        return "ready " + status.ready() + ", stalled " + status.stalled() + ", " + status.message() + ", "
                + status.downstreamTargets();
    }
}
