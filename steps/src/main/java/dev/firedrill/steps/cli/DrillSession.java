package dev.firedrill.steps.cli;

import dev.firedrill.environments.process.Leash;
import dev.firedrill.reports.Reports;
import dev.firedrill.reports.result.DrillResult;
import dev.firedrill.reports.result.EnvironmentReport;
import dev.firedrill.steps.drill.Drill;
import dev.firedrill.steps.drill.DrillOptions;
import dev.firedrill.steps.drill.Stage;
import dev.firedrill.steps.rehearsal.BenchPool;
import dev.firedrill.steps.rehearsal.Rehearsal;
import dev.firedrill.vocabulary.LaboratoryBroken;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

/** One {@code firedrill drill} from the first check to the written report; nothing of it is left running. */
final class DrillSession {
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private final DrillOptions options;
    private final DrillConsole console;

    DrillSession(DrillOptions options, DrillConsole console) {
        this.options = options;
        this.console = console;
    }

    /** Runs the drill, writes its results and returns them. */
    DrillResult run() {
        Drill drill = new Drill(options, console::started, console::finished);
        List<String> planned = drill.plan();
        if (planned.isEmpty()) {
            throw new LaboratoryBroken("No scenario matches "
                    + (options.features().isEmpty() ? "the features" : String.join(" ", options.features()))
                    + options.tags().map(tags -> " with the tags " + tags).orElse("")
                    + "; 'firedrill drill' without arguments runs all of them");
        }
        DrillResult result = runOnBenches(drill, planned);
        Reports.write(result, options.out());
        console.summary(result, options.out());
        return result;
    }

    private DrillResult runOnBenches(Drill drill, List<String> planned) {
        try (Leash leash = Leash.open()) {
            Interruption interruption = Interruption.closing(leash, console);
            try (BenchPool benches = new BenchPool(leash, options.forms(), options.repositories())) {
                return runOn(benches, drill, planned);
            } finally {
                interruption.over();
            }
        }
    }

    /** Runs the drill on benches that are there, and writes nothing. */
    DrillResult runOn(BenchPool benches) {
        Drill drill = new Drill(options, console::started, console::finished);
        return runOn(benches, drill, drill.plan());
    }

    private DrillResult runOn(BenchPool benches, Drill drill, List<String> planned) {
        EnvironmentReport environment = benches.environment(options.broken());
        console.planned(planned.size(), environment);
        Stage stage = new Stage(Set.of(benches, options), Set.of(Rehearsal.class));
        return drill.run(newId(), planned, environment, stage);
    }

    private static String newId() {
        return STAMP.format(Instant.now())
                + "-"
                + HexFormat.of().toHexDigits((short) ThreadLocalRandom.current().nextInt());
    }
}
