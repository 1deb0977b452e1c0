package dev.firedrill.environments.kubernetes.k3s;

import dev.firedrill.environments.docker.Engine;
import dev.firedrill.environments.process.FileTrees;
import dev.firedrill.environments.process.Ports;
import dev.firedrill.environments.process.ProcessSupervisor;
import dev.firedrill.environments.process.Secrets;
import dev.firedrill.environments.role.ControlPlane;
import dev.firedrill.environments.role.HasLogs;
import dev.firedrill.environments.role.Killable;
import dev.firedrill.environments.role.Outage;
import dev.firedrill.environments.role.Supervised;
import dev.firedrill.model.ClusterAddress;
import dev.firedrill.model.EnvironmentFailure;
import dev.firedrill.model.Product;
import dev.firedrill.model.RecoveryPoint;
import dev.firedrill.model.Witness;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * The control plane as k3s in a container: the server without the agent, unprivileged. A kept point is the datastore as
 * it was at one moment, copied while the container stands still for some milliseconds; a rewind gives it to a new
 * container, so that objects keep their UIDs, the revision goes back and every watch ends; between scenarios the objects
 * are brought back in the container that runs, where that leaves no difference. Losing destroys container and
 * volume; the authorities and the token are kept, as an operator keeps them, so that the address with its credentials
 * stays good. Safe for use by several threads.
 */
public final class ContainerControlPlane implements ControlPlane, Killable, HasLogs, Supervised {
    private static final AtomicInteger OPENED = new AtomicInteger();

    private final K3sSettings site;
    private final Path folder;
    private final String version;
    private final String authority;
    private final Map<RecoveryPoint, Point> points = new LinkedHashMap<>();
    private @Nullable K3sContainer present;

    /**
     * A kept point.
     *
     * @param datastore the tar of the datastore
     * @param contents what it held
     */
    private record Point(Path datastore, ClusterContents contents) {}

    private ContainerControlPlane(Engine engine, ProcessSupervisor leash, String namespace, K3sProfile shape) {
        folder = leash.directory("k3s-" + OPENED.incrementAndGet());
        site = new K3sSettings(engine, Ports.free(), Secrets.random(), Secrets.random(), folder, namespace, shape);
        K3sContainer first = K3sContainer.begin(site, null);
        present = first;
        version = first.version();
        authority = first.certificateAuthority();
    }

    /**
     * Starts an empty control plane on a free port of 127.0.0.1.
     *
     * @param leash holds what is kept of it
     * @param namespace the namespace that is made in it
     * @throws EnvironmentFailure when it does not come up
     */
    public static ContainerControlPlane open(Engine engine, ProcessSupervisor leash, String namespace) {
        return new ContainerControlPlane(engine, leash, namespace, K3sProfile.SERVER);
    }

    /** As {@link #open}, with etcd for its datastore instead of sqlite: heavier, and what clusters of several servers have. */
    public static ContainerControlPlane openOnEtcd(Engine engine, ProcessSupervisor leash, String namespace) {
        return new ContainerControlPlane(engine, leash, namespace, K3sProfile.SERVER_ON_ETCD);
    }

    /** As {@link #open}, but a whole node on which pods run; many machines refuse the privileges that it needs. */
    public static ContainerControlPlane openPrivileged(Engine engine, ProcessSupervisor leash, String namespace) {
        return new ContainerControlPlane(engine, leash, namespace, K3sProfile.WHOLE_NODE);
    }

    @Override
    public Product product() {
        return new Product(site.shape().form(), "k3s", version, true);
    }

    @Override
    public ClusterAddress address() {
        return addressThrough(endpoint());
    }

    @Override
    public InetSocketAddress endpoint() {
        return new InetSocketAddress("127.0.0.1", site.port());
    }

    @Override
    public ClusterAddress addressThrough(InetSocketAddress link) {
        return new ClusterAddress(site.kubeconfig(link, authority), site.namespace());
    }

    /** The engine's id of the container that serves now; an earlier one is gone for good. */
    public synchronized String containerId() {
        return present().box().id();
    }

    @Override
    public synchronized String incarnation() {
        return present().incarnation();
    }

    @Override
    public synchronized void keep(RecoveryPoint point) {
        if (points.containsKey(point)) {
            throw new IllegalArgumentException("the control plane has a recovery point " + point + " already");
        }
        Path tar = folder.resolve("point-" + point.name() + ".tar");
        present().keep(tar);
        points.put(point, new Point(tar, present().contents()));
    }

    @Override
    public synchronized void rewindTo(RecoveryPoint point) {
        Path datastore = kept(point).datastore();
        endPresent();
        present = K3sContainer.begin(site, datastore);
    }

    @Override
    public synchronized void resetTo(RecoveryPoint point) {
        ClusterContents contents = kept(point).contents();
        if (present == null || !present.bringBack(contents)) {
            rewindTo(point);
        }
    }

    private Point kept(RecoveryPoint point) {
        Point kept = points.get(point);
        if (kept == null) {
            throw new IllegalArgumentException(
                    "the control plane has no recovery point " + point + ", only " + points.keySet());
        }
        return kept;
    }

    @Override
    public synchronized void lose() {
        endPresent();
        present = K3sContainer.begin(site, null);
    }

    @Override
    public synchronized void kill() {
        present().box().kill();
    }

    @Override
    public synchronized void start() {
        present().startAgain();
    }

    /** Stops every process of the server where it is: connections stay open and nothing answers. */
    public synchronized Outage pause() {
        K3sContainer life = present();
        return life.box()
                .pause(() -> new Witness(
                        "the control plane is paused",
                        life.box().paused() ? "the engine has the container frozen" : ""));
    }

    @Override
    public synchronized Optional<String> endedByItself() {
        return Optional.ofNullable(present).flatMap(life -> life.box().endedByItself());
    }

    @Override
    public synchronized Map<String, String> logs() {
        return present().box().logs();
    }

    @Override
    public synchronized void close() {
        endPresent();
        FileTrees.discard(folder);
    }

    private void endPresent() {
        K3sContainer ended = present;
        if (ended != null) {
            present = null;
            ended.end();
        }
    }

    private K3sContainer present() {
        if (present == null) {
            throw new EnvironmentFailure("The control plane does not run: it was closed, or its last start failed");
        }
        return present;
    }
}
