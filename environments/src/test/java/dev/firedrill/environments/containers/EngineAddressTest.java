package dev.firedrill.environments.containers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.firedrill.vocabulary.LaboratoryBroken;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EngineAddressTest {
    @Test
    void the_usual_socket_is_used_unless_another_is_named() {
        assertThat(Engine.address(Map.of())).hasToString("unix:///var/run/docker.sock");
        assertThat(Engine.address(Map.of("DOCKER_HOST", "unix:///elsewhere.sock")))
                .hasToString("unix:///elsewhere.sock");
        assertThat(Engine.address(Map.of("DOCKER_HOST", "tcp://127.0.0.1:2375")))
                .hasPort(2375);
    }

    @Test
    void an_engine_on_another_machine_is_refused() {
        assertThatThrownBy(() -> Engine.address(Map.of("DOCKER_HOST", "tcp://engine.example:2375")))
                .isInstanceOf(LaboratoryBroken.class)
                .hasMessageContaining("another machine");
    }
}
