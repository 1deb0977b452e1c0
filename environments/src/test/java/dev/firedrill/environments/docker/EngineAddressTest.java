package dev.firedrill.environments.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.firedrill.model.EnvironmentFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EngineAddressTest {
    @Test
    void the_usual_socket_is_used_unless_another_is_named() {
        assertThat(EngineAddress.of(Map.of())).hasToString("unix:///var/run/docker.sock");
        assertThat(EngineAddress.of(Map.of("DOCKER_HOST", "unix:///elsewhere.sock")))
                .hasToString("unix:///elsewhere.sock");
        assertThat(EngineAddress.of(Map.of("DOCKER_HOST", "tcp://127.0.0.1:2375")))
                .hasPort(2375);
    }

    @Test
    void an_engine_on_another_machine_is_refused() {
        assertThatThrownBy(() -> EngineAddress.of(Map.of("DOCKER_HOST", "tcp://engine.example:2375")))
                .isInstanceOf(EnvironmentFailure.class)
                .hasMessageContaining("another machine");
    }

    @Test
    void an_engine_that_listens_elsewhere_is_found(@TempDir Path home) throws IOException {
        Map<String, String> environment = Map.of("XDG_RUNTIME_DIR", home.toString(), "HOME", home.toString());
        List<Path> sockets = EngineAddress.sockets(environment);
        assertThat(sockets).contains(home.resolve("docker.sock"), home.resolve("podman/podman.sock"));
        List<Path> here =
                sockets.stream().filter(socket -> socket.startsWith(home)).toList();
        assertThat(EngineAddress.usable(here)).hasToString("unix:///var/run/docker.sock");
        for (Path socket : here) {
            Files.createDirectories(socket.getParent());
            Files.createFile(socket);
            assertThat(EngineAddress.usable(List.of(home.resolve("nothing"), socket)))
                    .hasToString("unix://" + socket);
        }
    }
}
