package dev.firedrill.cli;

import dev.firedrill.environments.process.ProcessSupervisor;
import dev.firedrill.environments.wait.Patience;
import dev.firedrill.reports.result.DrillResult;
import dev.firedrill.reports.result.EnvironmentReport;
import dev.firedrill.reports.result.ScenarioResult;
import dev.firedrill.scenarios.Scenarios;
import dev.firedrill.scenarios.options.DrillOptions;
import dev.firedrill.scenarios.options.Shard;
import dev.firedrill.scenarios.recording.DrillRecord;
import dev.firedrill.scenarios.runner.Drill;
import dev.firedrill.scenarios.runner.ScenarioDependencies;
import dev.firedrill.scenarios.runner.WrongSelection;
import dev.firedrill.scenarios.testbed.TestbedPool;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import org.slf4j.LoggerFactory;

/** One {@code firedrill drill} from the first check to the written report; nothing of it is left running. */
public final class DrillSession {
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private final DrillOptions options;
    private final DrillConsole console;
    private final List<String> planned;
    private final List<String> share;

    /**
     * Prepares a drill.
     *
     * @throws WrongSelection when the options select no scenario, or one that cannot be run
     */
    DrillSession(DrillOptions options, DrillConsole console) {
        this.options = options;
        this.console = console;
        this.planned = Drill.plan(options);
        this.share = options.share().of(planned);
        if (share.isEmpty()) {
            throw new WrongSelection("--shard " + options.share() + " has nothing to run, because there are only "
                    + planned.size() + " scenarios; use fewer parts");
        }
    }

    /** Runs the drill, writes its results and returns them. */
    DrillResult run() {
        Patience.passesOver(options.repositories());
        // Stores start on several threads; logging that is set up by all of them at once complains.
        LoggerFactory.getILoggerFactory();
        try (ProcessSupervisor supervisor = ProcessSupervisor.open()) {
            ShutdownHandler shutdown = ShutdownHandler.closing(supervisor, console);
            try (TestbedPool testbeds = new TestbedPool(supervisor, options.forms(), options.repositories())) {
                DrillResult result = runOn(testbeds);
                testbeds.standing().ifPresent(standing -> {
                    console.standing(standing);
                    shutdown.await();
                });
                return result;
            } finally {
                shutdown.over();
            }
        }
    }

    /** Runs the drill on benches that are there, writes its results and returns them. */
    public DrillResult runOn(TestbedPool testbeds) {
        String id = newId();
        try (DrillRecord record = DrillRecord.open(options.out(), id)) {
            EnvironmentReport environment = testbeds.environment(options.broken());
            // Asked now: a drill that its user stops has no engine left to ask at its end, but it has results.
            Map<String, String> versions = testbeds.versions();
            Consumer<String> started = console::started;
            Consumer<ScenarioResult> finished = console::finished;
            // Named one by one only where they must be: features in the jar have no files to name.
            DrillOptions mine = options.share().equals(Shard.ALL) ? options : options.only(share);
            Drill drill = new Drill(mine, started.andThen(record::started), finished.andThen(record::finished));
            console.planned(share.size(), environment);
            drill.idlePromises().forEach(console::remark);
            ScenarioDependencies dependencies = Scenarios.dependencies(testbeds, options, record);
            DrillResult result = drill.run(id, share, environment, dependencies, record, testbeds::stopped).toBuilder()
                    .planned(planned)
                    .versions(versions)
                    .commit(Build.commit().orElse(null))
                    .build();
            console.summary(result);
            record.write(result);
            console.written(options.out());
            return result;
        }
    }

    private static String newId() {
        return STAMP.format(Instant.now())
                + "-"
                + HexFormat.of().toHexDigits((short) ThreadLocalRandom.current().nextInt());
    }
}
