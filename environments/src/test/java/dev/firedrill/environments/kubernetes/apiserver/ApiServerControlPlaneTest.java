package dev.firedrill.environments.kubernetes.apiserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.firedrill.environments.kubernetes.HarnessClient;
import dev.firedrill.environments.process.ProcessSupervisor;
import dev.firedrill.environments.wait.Patience;
import dev.firedrill.environments.wait.Wait;
import dev.firedrill.model.EnvironmentFailure;
import dev.firedrill.model.RecoveryPoint;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is particular to the form {@code api-server}; what every form does is held by the conformance suite. */
class ApiServerControlPlaneTest {
    private static final int DEFINED_KINDS = 6;

    @TempDir
    Path folder;

    private ProcessSupervisor supervisor;

    @BeforeEach
    void openSupervisor() {
        supervisor = ProcessSupervisor.open();
    }

    @AfterEach
    void closeSupervisor() {
        supervisor.close();
    }

    @Test
    void closing_leaves_no_process_and_no_file() throws IOException {
        List<ProcessHandle> others = descendants();
        ApiServerControlPlane plane = start();
        plane.keep(RecoveryPoint.P1);
        List<ProcessHandle> ours = descendants();
        ours.removeAll(others);
        assertThat(ours).hasSize(2).allMatch(ProcessHandle::isAlive);
        plane.close();
        plane.close();
        assertThat(ours).noneMatch(ProcessHandle::isAlive);
        try (Stream<Path> left = Files.list(supervisor.directory().resolve("files"))) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void nothing_listens_beyond_this_machine() throws IOException {
        try (ApiServerControlPlane plane = start()) {
            int port = plane.endpoint().getPort();
            assertThat(accepts(new InetSocketAddress(InetAddress.getLoopbackAddress(), port)))
                    .isTrue();
            for (InetAddress outer : outerAddresses()) {
                assertThat(accepts(new InetSocketAddress(outer, port))).isFalse();
            }
        }
    }

    @Test
    void the_address_through_a_link_differs_in_the_port_only() {
        try (ApiServerControlPlane plane = start()) {
            InetSocketAddress link = new InetSocketAddress(InetAddress.getLoopbackAddress(), 7);
            Config direct = Config.fromKubeconfig(plane.address().kubeconfig());
            Config linked = Config.fromKubeconfig(plane.addressThrough(link).kubeconfig());
            assertThat(linked.getMasterUrl()).startsWith("https://127.0.0.1:7/");
            assertThat(linked.getCaCertData()).isEqualTo(direct.getCaCertData());
            assertThat(linked.getNamespace()).isEqualTo("drill");
        }
    }

    @Test
    void a_program_that_fails_is_quoted() throws IOException {
        Path broken = Files.writeString(folder.resolve("etcd"), "#!/bin/sh\necho disk is on fire\nexit 3\n");
        assertThat(broken.toFile().setExecutable(true)).isTrue();
        ApiServerBinaries binaries = new ApiServerBinaries(broken, broken, Optional.empty(), broken);
        assertThatThrownBy(() -> ApiServerControlPlane.start(binaries, supervisor, "drill"))
                .isInstanceOf(EnvironmentFailure.class)
                .hasMessageContaining("etcd ended with code 3")
                .hasMessageContaining("disk is on fire");
    }

    @Test
    void how_a_program_is_used_does_not_hide_why_it_failed() throws IOException {
        Path broken = Files.writeString(
                folder.resolve("etcd"),
                "#!/bin/sh\necho 'Error: unknown flag: --new'\necho Usage:\nseq -f '  --flag-%g  a flag' 60\nexit 1\n");
        assertThat(broken.toFile().setExecutable(true)).isTrue();
        ApiServerBinaries binaries = new ApiServerBinaries(broken, broken, Optional.empty(), broken);
        assertThatThrownBy(() -> ApiServerControlPlane.start(binaries, supervisor, "drill"))
                .isInstanceOf(EnvironmentFailure.class)
                .hasMessageContaining("unknown flag: --new")
                .hasMessageNotContaining("--flag-60");
    }

    @Test
    void after_a_rewind_the_objects_of_every_defined_kind_are_there_at_once() {
        try (ApiServerControlPlane plane = start()) {
            Config config = Config.fromKubeconfig(plane.address().kubeconfig());
            try (KubernetesClient client = HarnessClient.of(config)) {
                IntStream.range(0, DEFINED_KINDS).forEach(number -> define(client, number));
            }
            plane.keep(RecoveryPoint.P1);
            plane.rewindTo(RecoveryPoint.P1);
            try (KubernetesClient client = HarnessClient.withoutRetries(config)) {
                IntStream.range(0, DEFINED_KINDS)
                        .forEach(number -> assertThat(client.raw("/apis/test.firedrill.dev/v1/kind" + number + "s"))
                                .contains("\"items\":[]"));
            }
        }
    }

    private static void define(KubernetesClient client, int number) {
        String definition = """
                apiVersion: apiextensions.k8s.io/v1
                kind: CustomResourceDefinition
                metadata: {name: kind%1$ds.test.firedrill.dev}
                spec:
                  group: test.firedrill.dev
                  scope: Namespaced
                  names: {plural: kind%1$ds, singular: kind%1$d, kind: Kind%1$d}
                  versions:
                    - {name: v1, served: true, storage: true, schema: {openAPIV3Schema: {type: object}}}
                """.formatted(number);
        client.load(new ByteArrayInputStream(definition.getBytes(StandardCharsets.UTF_8)))
                .create();
        Wait.until(
                "the kind to be served",
                Patience.START,
                () -> client.raw("/apis/test.firedrill.dev/v1/kind" + number + "s") != null);
    }

    private ApiServerControlPlane start() {
        var binaries = ApiServerBinaries.find(System.getenv());
        Assumptions.assumeTrue(binaries.isPresent(), "no binaries; ci/control-plane-binaries brings them");
        return ApiServerControlPlane.start(binaries.orElseThrow(), supervisor, "drill");
    }

    /** Of this JVM, in which the conformance suite may have a control plane of its own. */
    private static List<ProcessHandle> descendants() {
        return ProcessHandle.current().descendants().collect(Collectors.toCollection(ArrayList::new));
    }

    private static List<InetAddress> outerAddresses() throws SocketException {
        return NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(address -> !address.isLoopbackAddress() && !address.isLinkLocalAddress())
                .toList();
    }

    private static boolean accepts(InetSocketAddress address) {
        try (Socket socket = new Socket()) {
            socket.connect(address, 500);
            return true;
        } catch (IOException refused) {
            return false;
        }
    }
}
