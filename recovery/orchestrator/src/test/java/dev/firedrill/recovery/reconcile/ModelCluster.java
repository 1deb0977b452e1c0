package dev.firedrill.recovery.reconcile;

import dev.firedrill.recovery.model.ClusterView;
import dev.firedrill.recovery.model.OwnerReference;
import dev.firedrill.recovery.model.Repository;
import dev.firedrill.recovery.model.RepositoryStatus;
import dev.firedrill.recovery.model.Variant;
import dev.firedrill.recovery.model.VariantStatus;
import dev.firedrill.recovery.port.Cluster;
import dev.firedrill.recovery.port.Credentials;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A control plane in memory in which finalizers hold. */
final class ModelCluster implements Cluster {
    final Map<String, Repository> repositories = new ConcurrentSkipListMap<>();
    final Map<String, String> invalid = new ConcurrentSkipListMap<>();
    final List<Variant> variants = new CopyOnWriteArrayList<>();

    void add(String name, String url, boolean deleting) {
        repositories.put(name, repository(name, url, deleting, false));
    }

    static Repository repository(String name, String url, boolean deleting, boolean held) {
        String finalizers = held ? "\"finalizers\":[\"" + REPOSITORY_FINALIZER + "\"]," : "";
        return new Repository(
                "ns",
                name,
                "uid-" + name,
                1,
                deleting,
                url,
                "main",
                false,
                "",
                Optional.empty(),
                false,
                Optional.empty(),
                Optional.empty(),
                Map.of(),
                "{\"metadata\":{" + finalizers + "\"name\":\"" + name + "\",\"uid\":\"uid-" + name + "\"}}");
    }

    @Override
    public String namespace() {
        return "ns";
    }

    @Override
    public ClusterView look() {
        return new ClusterView(List.copyOf(repositories.values()), List.copyOf(variants), invalid, "1");
    }

    @Override
    public boolean isThere(OwnerReference owner) {
        return false;
    }

    @Override
    public Optional<Credentials> credentials(String secretName) {
        return Optional.empty();
    }

    @Override
    public void report(Repository repository, RepositoryStatus status) {}

    @Override
    public void reportInvalid(String repository, String message) {}

    @Override
    public void report(Variant variant, VariantStatus status) {}

    @Override
    public void hold(Repository repository) {
        repositories.computeIfPresent(
                repository.name(), (name, now) -> repository(name, now.url(), now.deleting(), true));
    }

    @Override
    public void release(Repository repository) {
        repositories.remove(repository.name());
    }

    @Override
    public void hold(Variant variant) {}

    @Override
    public void release(Variant variant) {}

    @Override
    public AutoCloseable onChange(Runnable wake) {
        return () -> {};
    }
}
