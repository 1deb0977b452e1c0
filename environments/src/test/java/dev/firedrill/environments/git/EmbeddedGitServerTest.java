package dev.firedrill.environments.git;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.environments.process.Leash;
import java.io.IOException;
import java.util.Map;
import org.eclipse.jgit.lib.ObjectId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EmbeddedGitServerTest {
    private final Leash leash = Leash.open();
    private EmbeddedGitServer server;
    private Workshop workshop;

    @BeforeEach
    void aServer() {
        server = EmbeddedGitServer.open(leash);
        workshop = new Workshop(server);
    }

    @AfterEach
    void nothingStays() {
        workshop.close();
        server.close();
        leash.close();
    }

    @Test
    void what_was_pushed_is_on_the_disk_and_advertised_with_main_as_head() throws IOException {
        server.create("catalog");
        ObjectId id = workshop.publish("catalog", "refs/heads/main", "one");
        assertThat(server.refs("catalog")).isEqualTo(Map.of("refs/heads/main", id.name()));
        assertThat(workshop.list("catalog")).isEqualTo(Map.of("HEAD", id.name(), "refs/heads/main", id.name()));
    }
}
