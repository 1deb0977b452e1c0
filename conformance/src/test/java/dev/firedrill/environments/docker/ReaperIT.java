package dev.firedrill.environments.docker;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.dockerjava.api.model.Bind;
import com.github.dockerjava.api.model.HostConfig;
import dev.firedrill.environments.process.RunLabel;
import dev.firedrill.environments.wait.Patience;
import dev.firedrill.environments.wait.Wait;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What becomes of containers and volumes whose harness was killed while a reaper watched it. */
class ReaperIT {
    /** Of a machine that is not this one, so that no sweep touches what bears it. */
    private static final RunLabel KILLED = new RunLabel("elsewhere.example", 2, 2);

    @Test
    void when_the_harness_is_gone_the_reaper_removes_what_it_had_and_nothing_else() {
        try (Engine engine = TestEngine.engineFor(Images.Of.RYUK)) {
            Reaper watching = Reaper.start(engine, KILLED);
            String theirs = OnEngine.volume(engine, KILLED);
            String container = container(engine, KILLED, theirs);
            String ours = engine.newVolume("ours", Map.of());
            assertThat(OnEngine.containersOf(engine, KILLED)).containsExactly(container);

            watching.close();

            Wait.until(
                    "the reaper to have removed them",
                    Patience.START,
                    () -> !OnEngine.volumes(engine).contains(theirs));
            assertThat(OnEngine.containersOf(engine, KILLED)).isEmpty();
            assertThat(OnEngine.volumes(engine)).contains(ours);
        }
    }

    @Test
    void a_run_that_closes_takes_its_reaper_with_it() {
        Engine engine = TestEngine.engineFor(Images.Of.RYUK);
        try (engine) {
            assertThat(engine.versions().get("image of ryuk")).contains(" (sha256:");
            assertThat(OnEngine.containersOf(engine, engine.label())).hasSize(1);
        }
        assertThat(OnEngine.containersOf(engine, engine.label())).isEmpty();
    }

    /**
     * One that was created and never started will do: it holds its volume as a running one does. Of the image that is
     * surely there, whose label says that it is a reaper, which no reaper removes.
     */
    private static String container(Engine engine, RunLabel label, String volume) {
        return engine.client()
                .createContainerCmd(engine.image(Images.Of.RYUK))
                .withHostConfig(HostConfig.newHostConfig().withBinds(Bind.parse(volume + ":/left")))
                .withLabels(Map.of(RunLabel.KEY, label.toString(), "org.testcontainers.ryuk", "false"))
                .exec()
                .getId();
    }
}
