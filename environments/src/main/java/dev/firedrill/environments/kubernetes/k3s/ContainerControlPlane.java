package dev.firedrill.environments.kubernetes.k3s;

import dev.firedrill.environments.docker.ContainerStore;
import dev.firedrill.environments.docker.Engine;
import dev.firedrill.environments.process.FileTrees;
import dev.firedrill.environments.process.ProcessSupervisor;
import dev.firedrill.environments.process.Secrets;
import dev.firedrill.environments.role.ControlPlane;
import dev.firedrill.environments.role.HasLogs;
import dev.firedrill.environments.role.KeptPoints;
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
import java.util.Map;
import java.util.Optional;

/**
 * The control plane as k3s in a container: the server without the agent, unprivileged. A kept point is the datastore as
 * it was at one moment, copied while the container stands still for some milliseconds; a rewind gives it to a new
 * container, so that objects keep their UIDs, the revision goes back and every watch ends; between scenarios the objects
 * are brought back in the container that runs, where that leaves no difference. Losing destroys container and
 * volume; the authorities and the token are kept, as an operator keeps them, so that the address with its credentials
 * stays good. Safe for use by several threads.
 */
public final class ContainerControlPlane implements ControlPlane, Killable, HasLogs, Supervised {
    private final K3sSettings settings;
    private final Path folder;
    private final String version;
    private final String authority;
    private final KeptPoints<Point> points = new KeptPoints<>("the control plane");
    private final ContainerStore<K3sContainer> store = new ContainerStore<>("The control plane");

    /**
     * A kept point.
     *
     * @param datastore the tar of the datastore
     * @param contents what it held
     */
    private record Point(Path datastore, ClusterContents contents) {}

    private ContainerControlPlane(Engine engine, ProcessSupervisor supervisor, String namespace, K3sProfile profile) {
        folder = supervisor.directory(supervisor.newName("k3s"));
        settings = new K3sSettings(
                engine, engine.ports().free(), Secrets.random(), Secrets.random(), folder, namespace, profile);
        K3sContainer first = store.replace(() -> K3sContainer.start(settings, null));
        version = first.version();
        authority = first.certificateAuthority();
    }

    /**
     * Starts an empty control plane on a free port of 127.0.0.1.
     *
     * @param supervisor holds what is kept of it
     * @param namespace the namespace that is made in it
     * @throws EnvironmentFailure when it does not come up
     */
    public static ContainerControlPlane open(Engine engine, ProcessSupervisor supervisor, String namespace) {
        return new ContainerControlPlane(engine, supervisor, namespace, K3sProfile.SERVER);
    }

    /** As {@link #open}, with etcd for its datastore instead of sqlite: heavier, and what clusters of several servers have. */
    public static ContainerControlPlane openOnEtcd(Engine engine, ProcessSupervisor supervisor, String namespace) {
        return new ContainerControlPlane(engine, supervisor, namespace, K3sProfile.SERVER_ON_ETCD);
    }

    /** As {@link #open}, but a whole node on which pods run; many machines refuse the privileges that it needs. */
    public static ContainerControlPlane openPrivileged(Engine engine, ProcessSupervisor supervisor, String namespace) {
        return new ContainerControlPlane(engine, supervisor, namespace, K3sProfile.WHOLE_NODE);
    }

    @Override
    public Product product() {
        return new Product(settings.profile().form(), "k3s", version, true);
    }

    @Override
    public ClusterAddress address() {
        return addressThrough(endpoint());
    }

    @Override
    public InetSocketAddress endpoint() {
        return new InetSocketAddress("127.0.0.1", settings.port());
    }

    @Override
    public ClusterAddress addressThrough(InetSocketAddress link) {
        return new ClusterAddress(settings.kubeconfig(link, authority), settings.namespace());
    }

    /** The engine's id of the container that serves now; an earlier one is gone for good. */
    public synchronized String containerId() {
        return store.containerId();
    }

    @Override
    public synchronized String incarnation() {
        return store.present().incarnation();
    }

    @Override
    public synchronized void keep(RecoveryPoint point) {
        points.requireNew(point);
        Path tar = folder.resolve("point-" + point.name() + ".tar");
        store.present().keep(tar);
        points.put(point, new Point(tar, store.present().contents()));
    }

    @Override
    public synchronized void rewindTo(RecoveryPoint point) {
        Path datastore = points.get(point).datastore();
        store.replace(() -> K3sContainer.start(settings, datastore));
    }

    @Override
    public synchronized void resetTo(RecoveryPoint point) {
        ClusterContents contents = points.get(point).contents();
        if (!store.isPresent() || !store.present().bringBack(contents)) {
            rewindTo(point);
        }
    }

    @Override
    public synchronized void lose() {
        store.replace(() -> K3sContainer.start(settings, null));
    }

    @Override
    public synchronized void kill() {
        store.kill();
    }

    @Override
    public synchronized void start() {
        store.startAgain();
    }

    /** Stops every process of the server where it is: connections stay open and nothing answers. */
    public synchronized Outage pause() {
        return store.pause(k3s -> new Witness(
                "the control plane is paused", k3s.container().paused() ? "the engine has the container frozen" : ""));
    }

    @Override
    public synchronized Optional<String> endedByItself() {
        return store.endedByItself();
    }

    @Override
    public synchronized Map<String, String> logs() {
        return store.logs();
    }

    @Override
    public synchronized void close() {
        store.destroy();
        FileTrees.discard(folder);
    }
}
