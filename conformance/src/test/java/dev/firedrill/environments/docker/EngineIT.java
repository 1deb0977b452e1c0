package dev.firedrill.environments.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.firedrill.environments.process.HostName;
import dev.firedrill.environments.process.RunLabel;
import dev.firedrill.environments.wait.Patience;
import dev.firedrill.model.EnvironmentFailure;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The sweep, and what a person is told when a container cannot be had. */
class EngineIT {
    private static Engine engine;

    @BeforeAll
    static void holdOn() {
        engine = TestEngine.engineFor(Images.Of.POSTGRES);
    }

    @AfterAll
    static void letGo() {
        if (engine != null) {
            engine.close();
        }
    }

    @Test
    void opening_clears_what_a_dead_run_left_and_nothing_of_living_or_foreign_ones() {
        RunLabel dead = new RunLabel(HostName.ofThisMachine(), 999_999_999, 1);
        RunLabel elsewhere = new RunLabel("elsewhere.example", 1, 1);
        String left = OnEngine.volume(engine, dead);
        String foreign = OnEngine.volume(engine, elsewhere);
        String ours = engine.newVolume("ours", Map.of());
        Engine.open(Images.configured());
        assertThat(OnEngine.volumes(engine)).doesNotContain(left).contains(foreign, ours);
        engine.removeVolume(foreign);
        engine.removeVolume(ours);
        engine.removeVolume(ours);
    }

    @Test
    void closing_removes_what_was_made_and_lets_nothing_be_made_any_more() {
        Engine other = Engine.open(Images.configured());
        String made = other.newVolume("made", Map.of());
        assertThat(OnEngine.volumes(engine)).contains(made);
        other.close();
        assertThat(OnEngine.volumes(engine)).doesNotContain(made);
        assertThatThrownBy(() -> other.newVolume("late", Map.of()))
                .isInstanceOf(EnvironmentFailure.class)
                .hasMessageContaining("run is over");
    }

    @Test
    void the_versions_name_the_engine_and_the_very_image_behind_a_tag() {
        String image = engine.image(Images.Of.POSTGRES);
        assertThat(engine.versions()).containsKey("Docker engine");
        assertThat(engine.versions().get("image of postgres"))
                .startsWith(image + " (sha256:")
                .matches(".*[0-9a-f]{64}\\)");
    }

    @Test
    void a_reaper_that_does_not_do_its_work_hinders_nobody_and_the_versions_say_so() {
        List<String> before = OnEngine.containersOf(engine, engine.label());
        String noReaper = engine.image(Images.Of.POSTGRES);
        Engine other = Engine.open(Images.configured(Map.of("ryuk", noReaper)));
        assertThat(other.versions().get("image of ryuk"))
                .startsWith("not in use. ")
                .contains("The container of ryuk ended instead of coming up");
        assertThat(OnEngine.containersOf(engine, engine.label())).isEqualTo(before);
    }

    @Test
    void an_image_that_cannot_be_had_is_named_within_half_a_minute() {
        Engine other = Engine.open(Images.configured(Map.of("gitea", "registry.invalid/nobody/nothing:0.0.1")));
        long start = System.nanoTime();
        assertThatThrownBy(() -> other.image(Images.Of.GITEA))
                .isInstanceOf(EnvironmentFailure.class)
                .hasMessageContaining("registry.invalid/nobody/nothing:0.0.1")
                .hasMessageContaining("cannot be reached");
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(30));
    }

    @Test
    void a_port_that_is_taken_is_named() throws IOException {
        int port = engine.ports().free();
        try (ServerSocket taken = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            assertThat(taken.isBound()).isTrue();
            ContainerSpec spec = ContainerSpec.of("probe", engine.image(Images.Of.POSTGRES))
                    .entrypoint("sleep", "60")
                    .publish(80, port)
                    .build();
            assertThatThrownBy(() -> RunningContainer.start(engine, spec))
                    .isInstanceOf(EnvironmentFailure.class)
                    .hasMessageContaining("the port " + port + " is taken");
        }
    }

    @Test
    void a_container_that_ends_at_once_is_not_waited_for_and_its_log_is_shown() {
        ContainerSpec spec = ContainerSpec.of("probe", engine.image(Images.Of.POSTGRES))
                .entrypoint("sh", "-c", "echo alas; exit 3")
                .build();
        RunningContainer container = RunningContainer.start(engine, spec);
        assertThatThrownBy(() -> container.awaitReady("it to work", Patience.START, () -> false))
                .isInstanceOf(EnvironmentFailure.class)
                .hasMessageContaining("alas");
        container.destroy();
        container.destroy();
        assertThat(container.exists()).isFalse();
    }
}
