package dev.firedrill.environments.containers;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.dockerjava.api.model.Bind;
import com.github.dockerjava.api.model.HostConfig;
import dev.firedrill.environments.process.RunLabel;
import dev.firedrill.environments.wait.Patience;
import dev.firedrill.environments.wait.Wait;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What becomes of containers and volumes whose harness was killed while a reaper watched it. */
class ReaperIT {
    /** Of a machine that is not this one, so that no sweep touches what bears it. */
    private static final RunLabel KILLED = new RunLabel("elsewhere.example", 2, 2);

    @Test
    void when_the_harness_is_gone_the_reaper_removes_what_it_had_and_nothing_else() {
        try (Engine engine = Here.engineFor(Images.Of.RYUK)) {
            assertThat(engine.versions()).containsKey("image of ryuk");
            Reaper watching = Reaper.start(engine, KILLED);
            String theirs = volume(engine, KILLED);
            String container = container(engine, KILLED, theirs);
            String ours = engine.newVolume("ours", Map.of());

            watching.close();

            Wait.until(
                    "the reaper to have removed them",
                    Patience.START,
                    () -> !volumes(engine).contains(theirs));
            assertThat(containers(engine)).doesNotContain(container);
            assertThat(volumes(engine)).contains(ours);
        }
    }

    @Test
    void a_run_that_closes_takes_its_reaper_with_it() {
        try (Engine looking = Here.engineFor(Images.Of.RYUK)) {
            Engine engine = Engine.open(Images.configured());
            assertThat(containersOfThisRun(looking)).isNotEmpty();
            engine.close();
            assertThat(containersOfThisRun(looking)).isEmpty();
        }
    }

    private static String volume(Engine engine, RunLabel label) {
        String name = engine.newName("left");
        engine.client()
                .createVolumeCmd()
                .withName(name)
                .withLabels(label.asMap())
                .exec();
        return name;
    }

    /**
     * One that was created and never started will do: it holds its volume as a running one does. Of the image that is surely
     * there, whose label says that it is a reaper, which no reaper removes.
     */
    private static String container(Engine engine, RunLabel label, String volume) {
        return engine.client()
                .createContainerCmd(engine.image(Images.Of.RYUK))
                .withHostConfig(HostConfig.newHostConfig().withBinds(Bind.parse(volume + ":/left")))
                .withLabels(Map.of(RunLabel.KEY, label.toString(), "org.testcontainers.ryuk", "false"))
                .exec()
                .getId();
    }

    private static List<String> volumes(Engine engine) {
        return engine.client().listVolumesCmd().exec().getVolumes().stream()
                .map(volume -> volume.getName())
                .toList();
    }

    private static List<String> containers(Engine engine) {
        return engine.client().listContainersCmd().withShowAll(true).exec().stream()
                .map(container -> container.getId())
                .toList();
    }

    private static List<String> containersOfThisRun(Engine engine) {
        return engine
                .client()
                .listContainersCmd()
                .withShowAll(true)
                .withLabelFilter(RunLabel.ofThisJvm().asMap())
                .exec()
                .stream()
                .map(container -> container.getId())
                .toList();
    }
}
