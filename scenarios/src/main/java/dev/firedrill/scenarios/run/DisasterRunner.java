package dev.firedrill.scenarios.run;

import dev.firedrill.environments.role.system.SystemUnderTest;
import dev.firedrill.faults.DisasterInjector;
import dev.firedrill.model.Witness;
import dev.firedrill.oracle.observe.Observation;
import dev.firedrill.scenarios.assertion.RecoveredStateAssert;
import dev.firedrill.scenarios.assertion.UnaffectedRepositories;
import dev.firedrill.scenarios.plan.DisasterPlan;
import dev.firedrill.scenarios.plan.PostDisasterState;
import dev.firedrill.scenarios.recording.PhaseTimer;
import dev.firedrill.scenarios.recording.ScenarioRecorder;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Something that happens at the end of a history, from the first cut to the judgement. */
final class DisasterRunner {
    private final ScenarioRun run;
    private final ScenarioRecorder recorder;
    private Optional<UnaffectedRepositories> unaffected = Optional.empty();

    DisasterRunner(ScenarioRun run, ScenarioRecorder recorder) {
        this.run = run;
        this.recorder = recorder;
    }

    /** Lets a disaster happen and the recovery run, and judges what is there afterwards. */
    RecoveredStateAssert strike(DisasterPlan plan) {
        return strike(plan, () -> {});
    }

    /** The same with something happening when the stores are back and before the recovery is through. */
    RecoveredStateAssert strike(DisasterPlan plan, Runnable meanwhile) {
        if (plan.attended() && !plan.clusterIsLost()) {
            run.recovery().startAndSettle();
        }
        Set<String> damaged = plan.disaster().gitRepositories().keySet();
        if (!damaged.isEmpty()) {
            unaffected = Optional.of(new UnaffectedRepositories(damaged, run.observeStores()));
        }
        // A loss for a while leaves the stores as they were, apart from what a recovery makes of it.
        Optional<PostDisasterState> whole = plan.isTemporary() ? Optional.of(run.aftermath()) : Optional.empty();
        PhaseTimer phases = new PhaseTimer(recorder, Instant.now());
        PostDisasterState left;
        try (DisasterInjector injector =
                new DisasterInjector(run.environment(), plan.disaster(), plan.restores(), recorder)) {
            phases.measure("detect", "", "the disaster is noticed", () -> {
                injector.cutOff();
                run.awaitNoticed(injector.concerned());
            });
            run.meetFates(injector, phases);
            left = whole.orElseGet(run::aftermath);
            if (plan.isTemporary()) {
                injector.letThrough();
                phases.measure("reconcile", "", "the stores are aligned meanwhile", () -> run.recover(plan));
                phases.measure("restore git server", "git", "what was missing comes back", injector::giveBack);
            }
        }
        phases.measure("reconcile", "", "the stores are aligned", () -> {
            meanwhile.run();
            run.recover(plan);
        });
        return verify(plan, left, phases);
    }

    /**
     * Kills the orchestrator that runs, starts a new one on the same stores, and judges what is there afterwards.
     *
     * @param what what happens, for the report
     * @param afterDeath done between the two
     */
    RecoveredStateAssert restart(String what, Runnable afterDeath) {
        SystemUnderTest system = run.system();
        PhaseTimer phases = new PhaseTimer(recorder, Instant.now());
        List<Long> pids = system.pids();
        phases.measure("detect", "", what, system::kill);
        recorder.done(what);
        recorder.witness(new Witness(what, gone(pids)));
        afterDeath.run();
        PostDisasterState left = run.aftermath();
        phases.measure("reconcile", "", "a new orchestrator starts", () -> run.recover(DisasterPlan.nothing()));
        return verify(DisasterPlan.nothing(), left, phases);
    }

    /** What is seen of processes that are gone; nothing when one is there, or there never was one. */
    private static String gone(List<Long> pids) {
        boolean all = pids.stream().noneMatch(pid -> ProcessHandle.of(pid).isPresent());
        return all ? pids.stream().map(pid -> "process " + pid + " is gone").collect(Collectors.joining(", ")) : "";
    }

    /** What nothing happened to; empty unless something happened to single git repositories. */
    Optional<UnaffectedRepositories> bystanders() {
        return unaffected;
    }

    private RecoveredStateAssert verify(DisasterPlan plan, PostDisasterState left, PhaseTimer phases) {
        VerdictReporter verification = new VerdictReporter(recorder, run, plan.with(run.draftBranches()));
        RecoveredStateAssert recovered =
                phases.measured("verify", "", "every object is compared with the ledger", () -> {
                    Observation after = run.observe();
                    run.recovery().anotherPass();
                    Observation again = run.observe();
                    if (plan.manifests()) {
                        verification.judge(left, after, again, run.recoversSince(plan, left));
                    }
                    return run.outcome(after);
                });
        verification.time(phases);
        return recovered;
    }
}
