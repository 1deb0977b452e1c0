package dev.firedrill.steps.cli;

import dev.firedrill.reports.result.DrillResult;
import dev.firedrill.reports.result.ScenarioResult;
import dev.firedrill.steps.drill.DrillOptions;
import dev.firedrill.steps.laboratory.Forms;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** Whole drills as tests run them: with results below {@code target/drills}. */
final class Drills {
    private Drills() {}

    /** A drill of the embedded forms. */
    static DrillSession session(String name, Optional<String> tags, Optional<String> broken) {
        return session(name, Forms.embedded(), tags, broken);
    }

    /** Runs a drill of the shipped recovery. */
    static DrillResult run(String name, Forms forms, Optional<String> tags) {
        return session(name, forms, tags, Optional.empty()).run();
    }

    /** Where the drill of that name leaves its results. */
    static Path out(String name) {
        return Path.of("target", "drills", name);
    }

    /** What must be the same whatever the forms of the roles are: verdict, counts and loss list of each scenario. */
    static TreeMap<String, String> essence(DrillResult result) {
        TreeMap<String, String> essence = new TreeMap<>();
        result.scenarios().forEach(scenario -> essence.put(scenario.id(), essence(scenario)));
        return essence;
    }

    private static String essence(ScenarioResult scenario) {
        // What an object was and is names hashes of contents, and those hold the addresses of this drill's own stores.
        List<String> losses = scenario.loss().items().stream()
                .map(item -> item.object() + " " + item.lossClass() + " " + item.allowed())
                .sorted()
                .toList();
        return scenario.verdict() + " " + scenario.counts() + " " + scenario.disaster() + " " + losses;
    }

    private static DrillSession session(String name, Forms forms, Optional<String> tags, Optional<String> broken) {
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        DrillOptions options = new DrillOptions(
                List.of(),
                tags,
                forms,
                0,
                DrillOptions.FEWEST_REPOSITORIES,
                DrillOptions.USUAL_CRASH_POINTS,
                Runtime.getRuntime().availableProcessors(),
                out(name),
                broken,
                Home.folder(),
                "./firedrill drill"
                        + tags.map(expression -> " --tags '" + expression + "'").orElse(""));
        return new DrillSession(options, new DrillConsole(out, out, false));
    }
}
