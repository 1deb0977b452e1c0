package dev.firedrill.environments.controlplane;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.firedrill.environments.process.Leash;
import dev.firedrill.vocabulary.LaboratoryBroken;
import dev.firedrill.vocabulary.RecoveryPoint;
import io.fabric8.kubernetes.client.Config;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.SocketException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is particular to the form {@code api-server}; what every form does is held by the conformance suite. */
class ApiServerControlPlaneTest {
    @TempDir
    Path folder;

    private Leash leash;

    @BeforeEach
    void openLeash() {
        leash = Leash.open();
    }

    @AfterEach
    void closeLeash() {
        leash.close();
    }

    @Test
    void closingLeavesNoProcessAndNoFile() throws IOException {
        List<ProcessHandle> others = descendants();
        ApiServerControlPlane plane = start();
        plane.keep(RecoveryPoint.P1);
        List<ProcessHandle> ours = descendants();
        ours.removeAll(others);
        assertThat(ours).hasSize(2).allMatch(ProcessHandle::isAlive);
        plane.close();
        plane.close();
        assertThat(ours).noneMatch(ProcessHandle::isAlive);
        try (Stream<Path> left = Files.list(leash.directory().resolve("files"))) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void nothingListensBeyondThisMachine() throws IOException {
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
    void theAddressThroughALinkDiffersInThePortOnly() {
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
    void aProgramThatFailsIsQuoted() throws IOException {
        Path broken = Files.writeString(folder.resolve("etcd"), "#!/bin/sh\necho disk is on fire\nexit 3\n");
        assertThat(broken.toFile().setExecutable(true)).isTrue();
        ApiServerBinaries binaries = new ApiServerBinaries(broken, broken, broken);
        assertThatThrownBy(() -> ApiServerControlPlane.start(binaries, leash, "drill"))
                .isInstanceOf(LaboratoryBroken.class)
                .hasMessageContaining("etcd ended with code 3")
                .hasMessageContaining("disk is on fire");
    }

    private ApiServerControlPlane start() {
        var binaries = ApiServerBinaries.find(System.getenv());
        Assumptions.assumeTrue(binaries.isPresent(), "no binaries; ci/control-plane-binaries brings them");
        return ApiServerControlPlane.start(binaries.orElseThrow(), leash, "drill");
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
