package dev.firedrill.environments.kubernetes.inprocess;

import dev.firedrill.environments.kubernetes.inprocess.kind.BuiltInKinds;
import dev.firedrill.environments.kubernetes.inprocess.kind.Metadata;
import dev.firedrill.environments.kubernetes.inprocess.store.ResourceStore;
import dev.firedrill.environments.kubernetes.inprocess.store.SavedState;
import dev.firedrill.environments.kubernetes.inprocess.store.StoredObject;
import dev.firedrill.environments.role.ControlPlane;
import dev.firedrill.model.ClusterAddress;
import dev.firedrill.model.Product;
import dev.firedrill.model.RecoveryPoint;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The control plane as a small Kubernetes API server within this process: nothing to install, there in milliseconds, gone
 * at once. A recovery point is a copy of the whole store with its revision counter.
 */
public final class InProcessControlPlane implements ControlPlane {
    private static final String NAMESPACE = "firedrill";
    // About what a real server remembers of a busy resource.
    private static final int KEPT_CHANGES = 10_000;

    private final ResourceStore store = new ResourceStore(KEPT_CHANGES);
    private final Map<RecoveryPoint, SavedState> points = new ConcurrentHashMap<>();
    private final String namespace;
    private final Bootstrap bootstrap;
    private final String token = Stamp.token();
    private final ApiServer server;
    private final InetSocketAddress endpoint;

    private InProcessControlPlane(String namespace) {
        this.namespace = namespace;
        this.bootstrap = new Bootstrap(namespace);
        store.reset(bootstrap::fill);
        server = ApiServer.start(store, token);
        endpoint = server.endpoint();
    }

    /** Starts an empty cluster on a free local port. */
    public static InProcessControlPlane start() {
        return start(NAMESPACE);
    }

    /** Starts a cluster on a free local port that holds nothing but {@code namespace} and the namespaces of every cluster. */
    public static InProcessControlPlane start(String namespace) {
        return new InProcessControlPlane(namespace);
    }

    @Override
    public Product product() {
        return new Product(
                "in-process", "Kubernetes API of Firedrill", "v" + Discovery.MAJOR + "." + Discovery.MINOR, false);
    }

    @Override
    public ClusterAddress address() {
        return addressThrough(endpoint);
    }

    @Override
    public InetSocketAddress endpoint() {
        return endpoint;
    }

    @Override
    public ClusterAddress addressThrough(InetSocketAddress link) {
        return new ClusterAddress(Kubeconfig.of(link, token, namespace), namespace);
    }

    @Override
    public void keep(RecoveryPoint point) {
        if (points.putIfAbsent(point, store.save()) != null) {
            throw new IllegalArgumentException("recovery point '" + point + "' is kept already");
        }
    }

    @Override
    public void rewindTo(RecoveryPoint point) {
        SavedState state = Optional.ofNullable(points.get(point))
                .orElseThrow(() -> new IllegalArgumentException("recovery point '" + point + "' was never kept"));
        store.restore(state);
    }

    @Override
    public void lose() {
        store.reset(bootstrap::fill);
    }

    @Override
    public String incarnation() {
        // The namespace's identity tells one cluster from another, the store's own one restore from another.
        return store.transact(steps -> steps.get(BuiltInKinds.NAMESPACES.key("", Bootstrap.SYSTEM_NAMESPACE))
                        .map(StoredObject::body)
                        .map(namespace -> Metadata.text(namespace, "uid"))
                        .orElse("none")
                + "/" + store.incarnation());
    }

    @Override
    public void close() {
        server.close();
    }
}
