package dev.firedrill.environments.kubernetes.existing;

import dev.firedrill.environments.interlock.Guard;
import dev.firedrill.environments.interlock.Interlock;
import dev.firedrill.environments.interlock.KubeAccess;
import dev.firedrill.environments.interlock.Snapshots;
import dev.firedrill.environments.interlock.Target;
import dev.firedrill.environments.role.ControlPlane;
import dev.firedrill.environments.role.KeptPoints;
import dev.firedrill.environments.wait.Patience;
import dev.firedrill.environments.wait.Wait;
import dev.firedrill.model.ClusterAddress;
import dev.firedrill.model.EnvironmentFailure;
import dev.firedrill.model.Product;
import dev.firedrill.model.RecoveryPoint;
import io.fabric8.kubernetes.api.model.Namespace;
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The control plane as a namespace of somebody else's cluster. Losing deletes that namespace and the drill's definitions;
 * the rest of the cluster is not ours. Only the cluster's operator can put it back, and what that did is not believed but
 * read: a stamp that changes with every point tells which one was reached. Closing leaves the cluster as it was found, but
 * for the namespace's UID. Safe for use by several threads.
 */
public final class ExistingControlPlane implements ControlPlane {
    private static final String STAMP = "firedrill-point";

    private final Target.Cluster cluster;
    private final KubeAccess access;
    private final Optional<Snapshots> snapshots;
    private final MarkedCluster store;
    private final Guard guard;
    private final Optional<Namespace> found;
    private final Product product;
    private final KeptPoints<String> points = new KeptPoints<>("the control plane");
    private final Set<InetSocketAddress> tried = ConcurrentHashMap.newKeySet();
    private boolean closed;

    private ExistingControlPlane(Target.Cluster cluster, Optional<Snapshots> snapshots) {
        this.cluster = cluster;
        this.snapshots = snapshots;
        access = KubeAccess.of(cluster);
        store = new MarkedCluster(cluster);
        guard = new Guard(store);
        boolean taken = false;
        try {
            product = new Product("existing", "Kubernetes", store.version().replaceFirst("^v", ""), true);
            found = store.namespace();
            guard.claim();
            taken = true;
        } finally {
            if (!taken) {
                store.close();
            }
        }
    }

    /**
     * Takes the target's namespace.
     *
     * @throws Refused when it holds anything, or the cluster has definitions of Porch that no drill made
     * @throws EnvironmentFailure when the cluster cannot be used
     */
    public static ExistingControlPlane open(Interlock interlock) {
        Target.Cluster cluster = where(interlock);
        return new ExistingControlPlane(
                cluster,
                cluster.restore()
                        .map(restore ->
                                Snapshots.byCommand(cluster.keep().orElseThrow(), restore, cluster.namespace())));
    }

    /** As {@link #open(Interlock)}, in a cluster that somebody else keeps and puts back. */
    public static ExistingControlPlane open(Interlock interlock, Snapshots snapshots) {
        return new ExistingControlPlane(where(interlock), Optional.of(snapshots));
    }

    private static Target.Cluster where(Interlock interlock) {
        return Interlock.required(
                interlock.target().cluster(), "control plane", "control-plane.kubeconfig and control-plane.namespace");
    }

    @Override
    public Product product() {
        return product;
    }

    @Override
    public ClusterAddress address() {
        return new ClusterAddress(access.text(), cluster.namespace());
    }

    @Override
    public boolean isShared() {
        return true;
    }

    @Override
    public InetSocketAddress endpoint() {
        return access.endpoint();
    }

    @Override
    public ClusterAddress addressThrough(InetSocketAddress link) {
        if (link.equals(endpoint())) {
            return address();
        }
        KubeAccess through = access.through(link);
        if (access.isCertified() && tried.add(link)) {
            MarkedCluster.certificateObjection(through.text()).ifPresent(objection -> {
                throw new EnvironmentFailure("The cluster " + cluster.context()
                        + " cannot be reached through a link at "
                        + link.getHostString() + ": " + objection + "; use --links none, or have its certificate name "
                        + link.getHostString() + " as well");
            });
        }
        return new ClusterAddress(through.text(), cluster.namespace());
    }

    @Override
    public String incarnation() {
        return store.namespace()
                        .map(namespace -> namespace.getMetadata().getUid())
                        .orElse("none")
                + "/" + guard.incarnation();
    }

    @Override
    public boolean rewinds() {
        return snapshots.isPresent();
    }

    @Override
    public synchronized void keep(RecoveryPoint point) {
        points.requireNew(point);
        String stamp = "at " + point + " " + UUID.randomUUID();
        snapshots.ifPresent(operator -> {
            store.write(STAMP, stamp);
            operator.keep(point);
        });
        points.put(point, stamp);
    }

    @Override
    public synchronized void rewindTo(RecoveryPoint point) {
        String stamp = points.get(point);
        Snapshots operator =
                snapshots.orElseThrow(() -> new EnvironmentFailure("The control plane cannot be put back to "
                        + point
                        + ": the target names no command for it; add control-plane.keep and control-plane.restore to its"
                        + " file"));
        guard.require("put back");
        // Without this, a command that does nothing would pass when the point is the newest one.
        store.write(STAMP, "before the restore of " + point + " " + UUID.randomUUID());
        operator.restore(point);
        Wait.until("the cluster to answer after control-plane.restore", Patience.START, store::answers);
        String seen = store.note(STAMP).orElse("no stamp at all");
        if (!seen.equals(stamp)) {
            throw new EnvironmentFailure(
                    "The control plane was to go back to " + point + ", control-plane.restore ended"
                            + " well, but " + store.title() + " shows '" + seen + "' and not '" + stamp
                            + "'; correct the command, or control-plane.keep");
        }
        guard.require("go on in");
        guard.renew();
    }

    @Override
    public synchronized void lose() {
        guard.require("lose");
        store.remove();
        store.makeNamespace(found);
        guard.renew();
    }

    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        try (store) {
            guard.require("clear");
            store.remove();
            if (found.isPresent()) {
                store.makeNamespace(found);
            }
        }
    }
}
