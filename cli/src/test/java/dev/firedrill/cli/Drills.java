package dev.firedrill.cli;

import dev.firedrill.reports.result.DrillResult;
import dev.firedrill.reports.result.ScenarioResult;
import dev.firedrill.scenarios.options.DrillOptions;
import dev.firedrill.scenarios.options.Promises;
import dev.firedrill.scenarios.options.Repetition;
import dev.firedrill.scenarios.options.Shard;
import dev.firedrill.scenarios.testbed.EnvironmentSpec;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Whole drills as tests run them: with results below {@code target/drills}. */
public final class Drills {
    private Drills() {}

    /** A drill of the embedded forms. */
    public static DrillSession session(String name, Optional<String> tags, Optional<String> broken) {
        return session(name, EnvironmentSpec.embedded(), tags, broken);
    }

    /** Runs a drill of the shipped recovery. */
    static DrillResult run(String name, EnvironmentSpec forms, Optional<String> tags) {
        return session(name, forms, tags, Optional.empty()).run();
    }

    /** Where the drill of that name leaves its results. */
    public static Path out(String name) {
        return Path.of("target", "drills", name);
    }

    /** A drill without the scenarios that another did not run. */
    static DrillResult asFarAs(DrillResult other, DrillResult whole) {
        List<String> ran = other.scenarios().stream().map(ScenarioResult::id).toList();
        return whole.toBuilder()
                .scenarios(whole.scenarios().stream()
                        .filter(scenario -> ran.contains(scenario.id()))
                        .toList())
                .build();
    }

    private static DrillSession session(
            String name, EnvironmentSpec forms, Optional<String> tags, Optional<String> broken) {
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        DrillOptions options = new DrillOptions(
                List.of(),
                tags,
                Shard.ALL,
                forms,
                0,
                DrillOptions.FEWEST_REPOSITORIES,
                DrillOptions.USUAL_CRASH_POINTS,
                Runtime.getRuntime().availableProcessors(),
                out(name),
                broken,
                false,
                Home.folder(),
                Promises.NONE,
                new Repetition(
                        List.of("./firedrill", "drill"),
                        tags.map(expression -> List.of("--tags", expression)).orElse(List.of()),
                        List.of()));
        return new DrillSession(options, new DrillConsole(out, out, false));
    }
}
