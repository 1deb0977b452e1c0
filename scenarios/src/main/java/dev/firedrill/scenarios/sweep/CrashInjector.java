package dev.firedrill.scenarios.sweep;

import dev.firedrill.environments.role.Outage;
import dev.firedrill.environments.system.RecoveryRun;
import dev.firedrill.model.EnvironmentFailure;
import dev.firedrill.model.Store;
import dev.firedrill.model.Witness;
import dev.firedrill.scenarios.recording.ScenarioRecorder;
import dev.firedrill.scenarios.run.RecoveryDriver;
import dev.firedrill.scenarios.run.ScenarioRun;
import dev.firedrill.scenarios.testbed.Environment;
import dev.firedrill.scenarios.testbed.RecoveryJournal;
import dev.firedrill.scenarios.testbed.RecoveryStep;
import dev.firedrill.workload.porch.OrchestratorStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * Interrupts processes of the recovery right after a step. A kill is done by the process itself, at the step and nowhere
 * else; for a cut the process stops moving after the step until it is cut off, which is just as exact.
 */
final class CrashInjector {
    private static final int KILLED = 137;
    private static final String FOR_EVER = String.valueOf(Integer.MAX_VALUE);

    private final ScenarioRun telling;
    private final ScenarioRecorder noted;
    private final Path confirmations;
    private final Path goOn;

    CrashInjector(ScenarioRun telling, ScenarioRecorder noted) {
        this.telling = telling;
        this.noted = noted;
        this.confirmations = laboratory().folder().resolve("confirmation.ndjson");
        this.goOn = laboratory().folder().resolve("go-on");
    }

    /** Arguments that number the steps as those of an interrupted process are numbered, and interrupt nothing. */
    static String[] undisturbed() {
        return new String[] {"--halt-after", FOR_EVER};
    }

    /** Starts an orchestrator that is interrupted; afterwards one runs that goes on with the work. */
    void orchestrator(CrashPoint point) {
        String number = String.valueOf(point.step().number());
        if (point.kills()) {
            telling.recovery().startOrchestrator("--halt-after", number);
            sawKill(laboratory().orchestrator().orElseThrow().awaitExit());
            telling.recovery().startOrchestrator();
        } else {
            remove(goOn);
            telling.recovery().startOrchestrator("--pause-after", number, "--pause-until", goOn.toString());
            telling.journal().await(point.step().number());
            Store store = point.cut().orElseThrow();
            cut(store, () -> telling.awaitNoticed(List.of(store)));
        }
    }

    /** Confirms what awaits confirmation, as an operator does, without an interruption; says which steps that took. */
    List<RecoveryStep> confirm(OrchestratorStatus status) {
        remove(confirmations);
        confirmation(status, undisturbed());
        return new RecoveryJournal(confirmations).stepsThatMatter();
    }

    /** Confirms what awaits confirmation and is interrupted at it; the rest of the work is still to do. */
    void confirm(OrchestratorStatus status, CrashPoint point) {
        remove(confirmations);
        String number = String.valueOf(point.step().number());
        if (point.kills()) {
            sawKill(confirmation(status, "--halt-after", number).exitCode());
        } else {
            remove(goOn);
            CompletableFuture<RecoveryRun> command = ScenarioRun.inBackground(
                    () -> confirmation(status, "--pause-after", number, "--pause-until", goOn.toString()));
            new RecoveryJournal(confirmations).await(point.step().number());
            cut(point.cut().orElseThrow(), command::join);
        }
    }

    /** Cuts a store off, lets the process that stopped go on, and heals when {@code meanwhile} is done. */
    void cut(Store store, Runnable meanwhile) {
        try (Outage outage = laboratory().linkTo(store).cut()) {
            noted.witness(outage.witness());
            create(goOn);
            meanwhile.run();
        }
    }

    /** Arguments that make an orchestrator stop moving at a step until it is cut off. */
    String[] stopAt(String step) {
        remove(goOn);
        return new String[] {"--pause-at", step, "--pause-until", goOn.toString()};
    }

    private RecoveryRun confirmation(OrchestratorStatus status, String... failpoint) {
        List<String> command = new ArrayList<>(RecoveryDriver.confirmation(status));
        command.addAll(List.of("--journal", confirmations.toString()));
        command.addAll(List.of(failpoint));
        return telling.run(command.toArray(String[]::new));
    }

    private void sawKill(int exitCode) {
        noted.witness(new Witness(
                "a process of the recovery is killed after a step",
                exitCode == KILLED ? "it ended with " + KILLED : ""));
    }

    private Environment laboratory() {
        return telling.laboratory();
    }

    private static void remove(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new EnvironmentFailure(file + " cannot be removed: " + e.getMessage(), e);
        }
    }

    private static void create(Path file) {
        try {
            Files.createFile(file);
        } catch (IOException e) {
            throw new EnvironmentFailure(file + " cannot be written: " + e.getMessage(), e);
        }
    }
}
