package dev.firedrill.environments.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.environments.link.EchoStore;
import dev.firedrill.environments.link.Line;
import dev.firedrill.environments.role.Link;
import dev.firedrill.environments.role.Links;
import dev.firedrill.environments.wait.Patience;
import dev.firedrill.environments.wait.Wait;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** The suite for links through the real Toxiproxy, wherever it runs. */
abstract class RealToxiproxyConformance extends LinksConformance {
    /**
     * Toxiproxy differs twice: a connection that one side has closed for writing is ended in both directions, so the
     * answer is read before anything is closed; and bytes are counted when a connection ends.
     */
    @Override
    @Test
    void a_link_lets_everything_through_and_counts_what_came_back() throws IOException {
        try (Links links = open();
                EchoStore store = new EchoStore()) {
            Link link = links.open("counted", store.address());
            try (Line line = new Line(link.address())) {
                assertThat(line.send(100_000).receive(100_000)).isEqualTo(100_000);
            }
            Wait.until("the bytes to be counted", Patience.PROMPT, link::bytesReceived, bytes -> bytes == 100_000);
        }
    }
}
