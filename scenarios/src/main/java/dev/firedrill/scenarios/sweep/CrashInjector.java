package dev.firedrill.scenarios.sweep;

import dev.firedrill.environments.role.Outage;
import dev.firedrill.environments.role.system.Consents;
import dev.firedrill.environments.role.system.CrashPoints;
import dev.firedrill.environments.role.system.JournalStep;
import dev.firedrill.environments.role.system.Journals;
import dev.firedrill.environments.role.system.StartOptions;
import dev.firedrill.model.Store;
import dev.firedrill.model.SystemStatement.Removal;
import dev.firedrill.model.Witness;
import dev.firedrill.scenarios.recording.ScenarioRecorder;
import dev.firedrill.scenarios.run.ScenarioRun;
import dev.firedrill.scenarios.testbed.RecoveryJournal;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * Interrupts processes of the recovery right after a step. A kill is done by the process itself, at the step and nowhere
 * else; for a cut the process stops moving after the step until it is cut off, which is just as exact.
 */
final class CrashInjector {
    private static final int KILLED = 137;

    private final ScenarioRun run;
    private final ScenarioRecorder noted;
    private final CrashPoints places;
    private final Journals journals;

    CrashInjector(ScenarioRun run, ScenarioRecorder noted) {
        this.run = run;
        this.noted = noted;
        this.places = run.claims().need(CrashPoints.class);
        this.journals = run.claims().need(Journals.class);
    }

    /** A start whose steps are numbered as those of an interrupted process are, and that is not interrupted. */
    StartOptions undisturbed() {
        return places.dieAfter(Integer.MAX_VALUE);
    }

    /** Starts a system that is interrupted; afterwards one runs that goes on with the work. */
    void orchestrator(CrashPoint point) {
        int number = point.step().number();
        if (point.kills()) {
            run.recovery().startOrchestrator(places.dieAfter(number));
            sawKill(places.awaitDeath());
            run.recovery().startOrchestrator();
        } else {
            run.recovery().startOrchestrator(places.stopAfter(number));
            run.journal().await(number);
            Store store = point.cut().orElseThrow();
            cut(store, () -> run.awaitNoticed(List.of(store)));
        }
    }

    /** Confirms what awaits confirmation, as an operator does, without an interruption; says which steps that took. */
    List<JournalStep> confirm(List<Removal> removals) {
        journals.forgetConfirmation();
        confirm(removals, undisturbed());
        return run.journalOfConfirmation().stepsThatMatter();
    }

    /** Confirms what awaits confirmation and is interrupted at it; the rest of the work is still to do. */
    void confirm(List<Removal> removals, CrashPoint point) {
        journals.forgetConfirmation();
        int number = point.step().number();
        if (point.kills()) {
            sawKill(confirm(removals, places.dieAfter(number)).exitCode());
        } else {
            RecoveryJournal journal = run.journalOfConfirmation();
            StartOptions stopping = places.stopAfter(number);
            CompletableFuture<Consents.Answer> command = ScenarioRun.inBackground(() -> confirm(removals, stopping));
            journal.await(number);
            cut(point.cut().orElseThrow(), command::join);
        }
    }

    /** Cuts a store off, lets the process that stopped go on, and heals when {@code meanwhile} is done. */
    void cut(Store store, Runnable meanwhile) {
        try (Outage outage = run.environment().linkTo(store).cut()) {
            noted.witness(outage.witness());
            places.letGo();
            meanwhile.run();
        }
    }

    /** A start of a system that stops moving at a step until it is cut off. */
    StartOptions stopAt(String step) {
        return places.stopAt(step);
    }

    private Consents.Answer confirm(List<Removal> removals, StartOptions failpoint) {
        return run.claims().need(Consents.class).confirm(removals, failpoint);
    }

    private void sawKill(int exitCode) {
        noted.witness(new Witness(
                "a process of the recovery is killed after a step",
                exitCode == KILLED ? "it ended with " + KILLED : ""));
    }
}
