package dev.firedrill.environments.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PortsTest {
    @Test
    void a_port_whose_server_is_down_is_not_given_to_another() {
        List<Integer> given = new ArrayList<>();
        for (int i = 0; i < 600; i++) {
            given.add(Ports.free());
        }
        assertThat(given).doesNotHaveDuplicates();
    }

    @Test
    void no_other_process_can_claim_the_stretch_of_a_port_that_was_given() {
        int given = Ports.free();
        int first = given - given % 250;
        assertThatExceptionOfType(BindException.class).isThrownBy(() -> open(first));
    }

    @Test
    void a_port_that_somebody_listens_on_is_passed_over() throws IOException {
        int next = Ports.free() + 1;
        try (ServerSocket somebody = open(next)) {
            assertThat(Ports.free()).isNotEqualTo(somebody.getLocalPort());
        }
    }

    private static ServerSocket open(int port) throws IOException {
        return new ServerSocket(port, 1, InetAddress.getLoopbackAddress());
    }
}
