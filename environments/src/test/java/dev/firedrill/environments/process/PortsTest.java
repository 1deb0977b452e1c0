package dev.firedrill.environments.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PortsTest {
    private final Ports ports = new Ports();

    @AfterEach
    void give_back() {
        ports.close();
    }

    @Test
    void a_port_whose_server_is_down_is_not_given_to_another() {
        List<Integer> given = new ArrayList<>();
        for (int i = 0; i < 600; i++) {
            given.add(ports.free());
        }
        assertThat(given).doesNotHaveDuplicates();
    }

    @Test
    void no_other_process_can_claim_the_stretch_of_a_port_that_was_given() {
        int given = ports.free();
        int first = given - given % Ports.STRETCH;
        assertThatExceptionOfType(BindException.class).isThrownBy(() -> open(first));
    }

    @Test
    void a_port_that_somebody_listens_on_is_passed_over() throws IOException {
        try (ServerSocket somebody = openTheNext()) {
            assertThat(ports.free()).isGreaterThan(somebody.getLocalPort());
        }
    }

    /** Listens on the port that would be given next; the last of a stretch has none after it, and some are taken. */
    private ServerSocket openTheNext() throws IOException {
        while (true) {
            int next = ports.free() + 1;
            if (next % Ports.STRETCH > 0 && next % Ports.STRETCH < Ports.STRETCH / 2) {
                try {
                    return open(next);
                } catch (BindException taken) {
                    // Somebody else has it; the one after it will do as well.
                }
            }
        }
    }

    private static ServerSocket open(int port) throws IOException {
        return new ServerSocket(port, 1, InetAddress.getLoopbackAddress());
    }
}
