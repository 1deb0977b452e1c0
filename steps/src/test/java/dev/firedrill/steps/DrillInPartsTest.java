package dev.firedrill.steps;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.scenarios.options.DrillOptions;
import dev.firedrill.scenarios.options.Promises;
import dev.firedrill.scenarios.options.Repetition;
import dev.firedrill.scenarios.options.Shard;
import dev.firedrill.scenarios.runner.Drill;
import dev.firedrill.scenarios.testbed.EnvironmentSpec;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code --shard} selects of the features, which nobody can plan without their step definitions. */
class DrillInPartsTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7})
    void the_parts_of_a_drill_run_every_scenario_once(int parts) {
        List<String> planned = Drill.plan(options());
        List<String> run = new ArrayList<>();
        for (int part = 1; part <= parts; part++) {
            List<String> share = new Shard(part, parts).of(planned);
            // What Cucumber makes of the names, and not only what they are.
            assertThat(Drill.plan(options().only(share))).containsExactlyInAnyOrderElementsOf(share);
            run.addAll(share);
        }
        assertThat(planned).hasSizeGreaterThan(100);
        assertThat(run).containsExactlyInAnyOrderElementsOf(planned);
    }

    private static DrillOptions options() {
        Path home = Path.of("..").toAbsolutePath().normalize();
        return new DrillOptions(
                List.of(),
                Optional.empty(),
                Shard.ALL,
                EnvironmentSpec.embedded(),
                0,
                DrillOptions.FEWEST_REPOSITORIES,
                DrillOptions.USUAL_CRASH_POINTS,
                1,
                Path.of("target", "share"),
                Optional.empty(),
                false,
                home,
                Promises.NONE,
                new Repetition(List.of("./firedrill", "drill"), List.of(), List.of()));
    }
}
