package dev.firedrill.environments.kubernetes.apiserver;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.firedrill.environments.process.FileTrees;
import dev.firedrill.environments.process.ProcessSupervisor;
import dev.firedrill.environments.role.ControlPlane;
import dev.firedrill.environments.role.KeptPoints;
import dev.firedrill.environments.role.Killable;
import dev.firedrill.environments.role.Supervised;
import dev.firedrill.model.ClusterAddress;
import dev.firedrill.model.EnvironmentFailure;
import dev.firedrill.model.Product;
import dev.firedrill.model.RecoveryPoint;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The control plane as a real {@code kube-apiserver} with its own {@code etcd}, both processes of the harness that
 * listen on 127.0.0.1 only. Recovery points are snapshots that etcd takes while it serves; a rewind is what an operator
 * does: both processes end, the snapshot becomes a new data folder, both start again on the same ports. Objects keep
 * their UIDs, the revision goes back, watches end. Controllers there are none: nothing collects the garbage of owners,
 * and a deleted namespace stays Terminating.
 */
public final class ApiServerControlPlane implements ControlPlane, Killable, Supervised {
    private static final int CONFLICT = 409;

    private final Path home;
    private final String namespace;
    private final EtcdServer etcd;
    private final KubeApiServer server;
    private final KeptPoints<Path> points = new KeptPoints<>("the control plane");
    private final Product product;
    private boolean closed;

    private ApiServerControlPlane(Path home, String namespace, EtcdServer etcd, KubeApiServer server, Product product) {
        this.home = home;
        this.namespace = namespace;
        this.etcd = etcd;
        this.server = server;
        this.product = product;
    }

    /**
     * Starts an empty control plane.
     *
     * @param binaries the programs to run
     * @param supervisor what holds the processes and files
     * @param namespace the namespace that is made in it
     * @throws EnvironmentFailure when a process does not come up; the message holds the end of its log
     */
    public static ApiServerControlPlane start(
            ApiServerBinaries binaries, ProcessSupervisor supervisor, String namespace) {
        String name = supervisor.newName("control-plane");
        Path home = supervisor.directory(name);
        EtcdServer etcd = new EtcdServer(binaries, supervisor, name, home);
        KubeApiServer server = new KubeApiServer(binaries.kubeApiserver(), supervisor, name, home, etcd.url());
        boolean up = false;
        try {
            etcd.startEmpty();
            server.start();
            makeNamespace(server, namespace);
            Product product =
                    new Product("api-server", "kube-apiserver", version(server) + " on etcd " + etcd.version(), true);
            ApiServerControlPlane plane = new ApiServerControlPlane(home, namespace, etcd, server, product);
            up = true;
            return plane;
        } finally {
            if (!up) {
                server.kill();
                etcd.kill();
            }
        }
    }

    @Override
    public Product product() {
        return product;
    }

    @Override
    public ClusterAddress address() {
        return addressThrough(endpoint());
    }

    @Override
    public InetSocketAddress endpoint() {
        return server.endpoint();
    }

    @Override
    public ClusterAddress addressThrough(InetSocketAddress link) {
        return new ClusterAddress(server.kubeconfig(link, namespace), namespace);
    }

    @Override
    public synchronized void keep(RecoveryPoint point) {
        points.requireNew(point);
        Path snapshot = home.resolve("point-" + point.name() + ".db");
        etcd.snapshot(snapshot);
        points.put(point, snapshot);
    }

    @Override
    public synchronized void rewindTo(RecoveryPoint point) {
        Path snapshot = points.get(point);
        kill();
        etcd.startFrom(snapshot);
        server.start();
    }

    @Override
    public synchronized void lose() {
        kill();
        etcd.startEmpty();
        server.start();
        makeNamespace(server, namespace);
    }

    /** The id of the etcd cluster, which is a new one after every loss and every restore. */
    @Override
    public String incarnation() {
        return etcd.clusterId();
    }

    @Override
    public synchronized void kill() {
        server.kill();
        etcd.kill();
    }

    @Override
    public synchronized void start() {
        etcd.start();
        server.start();
    }

    @Override
    public synchronized Optional<String> endedByItself() {
        return etcd.endedByItself().or(server::endedByItself);
    }

    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        kill();
        FileTrees.discard(home);
    }

    private static void makeNamespace(KubeApiServer server, String namespace) {
        String json = "{\"apiVersion\":\"v1\",\"kind\":\"Namespace\",\"metadata\":{\"name\":\"" + namespace + "\"}}";
        try {
            ApiServerAnswer answer = server.post("/api/v1/namespaces", json);
            if (!answer.ok() && answer.status() != CONFLICT) {
                throw new EnvironmentFailure("The namespace " + namespace + " could not be made: " + answer.body());
            }
        } catch (IOException silent) {
            throw new EnvironmentFailure(
                    "The namespace " + namespace + " could not be made: " + silent.getMessage(), silent);
        }
    }

    private static String version(KubeApiServer server) {
        try {
            String git = new ObjectMapper()
                    .readTree(server.get("/version").body())
                    .path("gitVersion")
                    .asText();
            return git.startsWith("v") ? git.substring(1) : git;
        } catch (IOException silent) {
            throw new EnvironmentFailure("The API server did not tell its version: " + silent.getMessage(), silent);
        }
    }
}
