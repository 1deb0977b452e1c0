package dev.firedrill.recovery.fake;

import dev.firedrill.recovery.model.ClusterView;
import dev.firedrill.recovery.model.OwnerReference;
import dev.firedrill.recovery.model.Repository;
import dev.firedrill.recovery.model.RepositoryStatus;
import dev.firedrill.recovery.model.Variant;
import dev.firedrill.recovery.model.VariantStatus;
import dev.firedrill.recovery.port.Cluster;
import dev.firedrill.recovery.port.ClusterRefused;
import dev.firedrill.recovery.port.ClusterUnavailable;
import dev.firedrill.recovery.port.Credentials;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** A control plane in memory. */
public final class FakeCluster implements Cluster {
    private static final String HELD = "{\"metadata\":{\"finalizers\":[\"" + REPOSITORY_FINALIZER + "\"]}}";

    public final Map<String, Repository> repositories = new TreeMap<>();
    public final Map<String, Variant> variants = new TreeMap<>();
    public final Map<String, String> invalid = new TreeMap<>();
    public final Map<String, RepositoryStatus> repositoryStatuses = new ConcurrentHashMap<>();
    public final Map<String, VariantStatus> variantStatuses = new ConcurrentHashMap<>();
    public final List<String> held = new ArrayList<>();
    /** UIDs of objects of other kinds. */
    public final Set<String> objects = ConcurrentHashMap.newKeySet();

    public String failure = "";
    public String refused = "";
    public String resourceVersion = "1";
    public int statusWrites;
    public int freshened;
    private Runnable wake = () -> {};

    @Override
    public String namespace() {
        return Samples.NAMESPACE;
    }

    @Override
    public synchronized ClusterView look() {
        if (!failure.isEmpty()) {
            throw new ClusterUnavailable(failure);
        }
        return new ClusterView(
                List.copyOf(repositories.values()), List.copyOf(variants.values()), invalid, resourceVersion);
    }

    /** Tells the watcher. */
    public void changed() {
        wake.run();
    }

    @Override
    public boolean isThere(OwnerReference owner) {
        return objects.contains(owner.uid());
    }

    @Override
    public Optional<Credentials> credentials(String secretName) {
        return Optional.empty();
    }

    @Override
    public synchronized void report(Repository repository, RepositoryStatus status) {
        refuse(repository.name());
        RepositoryStatus plain = new RepositoryStatus(
                status.ready(),
                status.reason(),
                status.message(),
                status.packageCount(),
                status.gitCommitHash(),
                false);
        if (!plain.equals(repositoryStatuses.put(repository.name(), plain)) || status.freshen()) {
            statusWrites++;
        }
        if (status.freshen()) {
            freshened++;
        }
    }

    @Override
    public synchronized void reportInvalid(String repository, String message) {
        statusWrites++;
    }

    @Override
    public synchronized void report(Variant variant, VariantStatus status) {
        refuse(variant.name());
        if (!status.equals(variantStatuses.put(variant.name(), status))) {
            statusWrites++;
        }
    }

    @Override
    public synchronized void hold(Repository repository) {
        hold(repository.name());
        repositories.computeIfPresent(repository.name(), (name, now) -> Samples.repository(name, now.uid(), HELD));
    }

    @Override
    public synchronized void release(Repository repository) {
        repositories.remove(repository.name());
    }

    @Override
    public synchronized void hold(Variant variant) {
        hold(variant.name());
    }

    @Override
    public synchronized void release(Variant variant) {
        variants.remove(variant.name());
    }

    @Override
    public AutoCloseable onChange(Runnable listener) {
        wake = listener;
        return () -> wake = () -> {};
    }

    private void refuse(String name) {
        if (name.equals(refused)) {
            throw new ClusterRefused("the status of '" + name + "' is refused", new IllegalStateException());
        }
    }

    private void hold(String name) {
        if (!held.contains(name)) {
            held.add(name);
        }
    }
}
