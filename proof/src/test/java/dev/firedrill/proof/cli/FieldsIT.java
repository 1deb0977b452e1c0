package dev.firedrill.proof.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.cli.Drills;
import dev.firedrill.cli.Home;
import dev.firedrill.environments.process.ProcessSupervisor;
import dev.firedrill.scenarios.options.DrillOptions;
import dev.firedrill.scenarios.options.Promises;
import dev.firedrill.scenarios.options.Repetition;
import dev.firedrill.scenarios.options.Shard;
import dev.firedrill.scenarios.testbed.EnvironmentSpec;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** A sample of {@code firedrill benchmark sight --fields}: whatever field is damaged after a recovery, the judge names it. */
@Isolated
class FieldsIT {
    private static final int SAMPLE = 25;
    private static final long SEED = 1;

    @Test
    void whatever_is_damaged_is_seen() {
        DrillOptions options = new DrillOptions(
                List.of(),
                Optional.empty(),
                Shard.ALL,
                EnvironmentSpec.embedded(),
                SEED,
                DrillOptions.FEWEST_REPOSITORIES,
                DrillOptions.USUAL_CRASH_POINTS,
                1,
                Drills.out("fields"),
                Optional.empty(),
                false,
                Home.folder(),
                Promises.NONE,
                new Repetition(List.of("./firedrill", "benchmark", "sight", "--fields"), List.of(), List.of()));
        StringWriter said = new StringWriter();

        boolean seen;
        try (ProcessSupervisor supervisor = ProcessSupervisor.open()) {
            seen = new FieldsReport(options, new PrintWriter(said, true)).run(supervisor, SAMPLE, SEED);
        }

        // For whoever reads the build's log.
        System.out.println(said);
        assertThat(seen).as(said.toString()).isTrue();
        assertThat(said.toString()).contains("tried: " + SAMPLE);
    }
}
