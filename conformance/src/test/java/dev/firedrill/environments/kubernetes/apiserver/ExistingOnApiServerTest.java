package dev.firedrill.environments.kubernetes.apiserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.firedrill.environments.existing.OtherCluster;
import dev.firedrill.environments.kubernetes.existing.ExistingControlPlane;
import dev.firedrill.environments.link.ToxiproxyLinks;
import dev.firedrill.environments.process.ProcessSupervisor;
import dev.firedrill.environments.role.ControlPlane;
import dev.firedrill.environments.wait.Patience;
import dev.firedrill.environments.wait.Wait;
import dev.firedrill.model.ClusterAddress;
import dev.firedrill.model.EnvironmentFailure;
import dev.firedrill.model.RecoveryPoint;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A real API server plays that of somebody else: loss, restore and the way back, and certificates through a link. */
class ExistingOnApiServerTest {
    private static final String NAMESPACE = "lab";
    private static final String DEFINITION = """
            apiVersion: apiextensions.k8s.io/v1
            kind: CustomResourceDefinition
            metadata:
              name: things.config.porch.kpt.dev
              labels: {app.kubernetes.io/managed-by: firedrill}
            spec:
              group: config.porch.kpt.dev
              scope: Namespaced
              names: {kind: Thing, plural: things, singular: thing, listKind: ThingList}
              versions:
              - name: v1
                served: true
                storage: true
                schema: {openAPIV3Schema: {type: object}}
            """;
    private static final String THING = """
            apiVersion: config.porch.kpt.dev/v1
            kind: Thing
            metadata: {name: held, namespace: lab, finalizers: [firedrill.dev/hold]}
            """;

    private ProcessSupervisor supervisor;
    private ApiServerControlPlane cluster;

    @BeforeEach
    void begin() {
        var binaries = ApiServerBinaries.find(System.getenv());
        Assumptions.assumeTrue(binaries.isPresent(), "no binaries; ci/control-plane-binaries brings them");
        supervisor = ProcessSupervisor.open();
        cluster = ApiServerControlPlane.start(binaries.orElseThrow(), supervisor, "elsewhere");
    }

    @AfterEach
    void end() {
        if (supervisor != null) {
            supervisor.close();
        }
    }

    @Test
    void it_is_lost_and_put_back_and_handed_back() {
        takeLoseAndRestoreIn(cluster);
    }

    @Test
    void a_link_that_the_certificate_does_not_name_is_refused_in_a_sentence() throws IOException {
        try (ExistingControlPlane plane = OtherCluster.existing(cluster, NAMESPACE);
                ToxiproxyLinks links = ToxiproxyLinks.embedded(supervisor.ports());
                ServerSocket other = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.2"))) {
            InetSocketAddress link = links.open("cluster", plane.endpoint()).address();
            try (KubernetesClient client = client(plane.addressThrough(link))) {
                assertThat(client.namespaces().withName(NAMESPACE).get()).isNotNull();
            }
            pass(other, cluster.endpoint());
            assertThatThrownBy(() -> plane.addressThrough(new InetSocketAddress("127.0.0.2", other.getLocalPort())))
                    .isInstanceOf(EnvironmentFailure.class)
                    .hasMessageContaining("127.0.0.2")
                    .hasMessageContaining("use --links none");
        }
    }

    /** Whether a kind that was just defined is there; the API says for a moment that it is too early to ask. */
    private static boolean served(KubernetesClient client) {
        try {
            return client.raw("/apis/config.porch.kpt.dev/v1/things") != null;
        } catch (KubernetesClientException tooEarly) {
            return false;
        }
    }

    /** Takes, loses, restores and hands back a namespace in a cluster that holds another one, {@code elsewhere}. */
    static void takeLoseAndRestoreIn(ControlPlane cluster) {
        try (KubernetesClient client = client(cluster.address())) {
            ExistingControlPlane plane = OtherCluster.existing(cluster, NAMESPACE);
            client.resource(DEFINITION).create();
            Wait.until("the kind to be served", Patience.START, () -> served(client));
            String held = client.resource(THING).create().getMetadata().getUid();
            String before = plane.incarnation();
            plane.keep(RecoveryPoint.P1);
            plane.lose();
            assertThat(definitions(client)).isEmpty();
            plane.rewindTo(RecoveryPoint.P1);
            assertThat(client.resource(THING).get().getMetadata().getUid()).isEqualTo(held);
            assertThat(plane.incarnation()).isNotEqualTo(before);
            plane.close();
            assertThat(definitions(client)).isEmpty();
            assertThat(client.namespaces().withName(NAMESPACE).get()).isNull();
            assertThat(client.namespaces().withName("elsewhere").get()).isNotNull();
        }
    }

    /** Those of Porch's kinds; a cluster may have more. */
    private static List<String> definitions(KubernetesClient client) {
        return client.apiextensions().v1().customResourceDefinitions().list().getItems().stream()
                .map(definition -> definition.getMetadata().getName())
                .filter(name -> name.endsWith("porch.kpt.dev"))
                .toList();
    }

    private static KubernetesClient client(ClusterAddress address) {
        Config config = Config.fromKubeconfig(address.kubeconfig());
        config.setRequestRetryBackoffLimit(0);
        return new KubernetesClientBuilder().withConfig(config).build();
    }

    /** Carries bytes to and from a server until the link closes. */
    private static void pass(ServerSocket link, InetSocketAddress server) {
        daemon(() -> {
            while (true) {
                Socket near = link.accept();
                Socket far = new Socket(server.getAddress(), server.getPort());
                daemon(() -> copy(near, far));
                daemon(() -> copy(far, near));
            }
        });
    }

    private static void copy(Socket from, Socket to) throws IOException {
        try (InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            in.transferTo(out);
        }
    }

    @FunctionalInterface
    private interface Carrying {
        void run() throws IOException;
    }

    private static void daemon(Carrying carrying) {
        Thread thread = new Thread(() -> {
            try {
                carrying.run();
            } catch (IOException closed) {
                // The link or one of its ends is closed: there is nothing left to carry.
                return;
            }
        });
        thread.setDaemon(true);
        thread.start();
    }
}
