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
    private final ScenarioRun told;
    private final ScenarioRecorder findings;
    private Optional<UnaffectedRepositories> bystanders = Optional.empty();

    DisasterRunner(ScenarioRun told, ScenarioRecorder findings) {
        this.told = told;
        this.findings = findings;
    }

    /** Lets a disaster happen and the recovery run, and judges what is there afterwards. */
    RecoveredStateAssert strike(DisasterPlan course) {
        return strike(course, () -> {});
    }

    /** The same with something happening when the stores are back and before the recovery is through. */
    RecoveredStateAssert strike(DisasterPlan course, Runnable meanwhile) {
        if (course.attended() && !course.clusterIsLost()) {
            told.recovery().startAndSettle();
        }
        Set<String> damaged = course.disaster().gitRepositories().keySet();
        if (!damaged.isEmpty()) {
            bystanders = Optional.of(new UnaffectedRepositories(damaged, told.observeStores()));
        }
        // What passes leaves the stores as they were, apart from what a recovery makes of it.
        Optional<PostDisasterState> whole = course.passes() ? Optional.of(told.aftermath()) : Optional.empty();
        PhaseTimer phases = new PhaseTimer(findings, Instant.now());
        PostDisasterState aftermath;
        try (DisasterInjector strike =
                new DisasterInjector(told.laboratory(), course.disaster(), course.restores(), findings)) {
            phases.measure("detect", "", "the disaster is noticed", () -> {
                strike.cutOff();
                told.awaitNoticed(strike.concerned());
            });
            strike.concerned()
                    .forEach(store -> phases.measure(
                            "restore " + store.title(),
                            store.key(),
                            strike.describe(store),
                            () -> strike.restore(store, told.story().gitRepositories())));
            aftermath = whole.orElseGet(told::aftermath);
            if (course.passes()) {
                strike.letThrough();
                phases.measure("reconcile", "", "the stores are aligned meanwhile", () -> told.recover(course));
                phases.measure("restore git server", "git", "what was missing comes back", strike::giveBack);
            }
        }
        phases.measure("reconcile", "", "the stores are aligned", () -> {
            meanwhile.run();
            told.recover(course);
        });
        return verify(course, aftermath, phases);
    }

    /**
     * Kills the orchestrator that runs, starts a new one on the same stores, and judges what is there afterwards.
     *
     * @param what what happens, for the report
     * @param afterDeath done between the two
     */
    RecoveredStateAssert restart(String what, Runnable afterDeath) {
        SystemUnderTest system = told.system();
        PhaseTimer phases = new PhaseTimer(findings, Instant.now());
        List<Long> pids = system.pids();
        phases.measure("detect", "", what, system::kill);
        findings.done(what);
        findings.witness(new Witness(what, gone(pids)));
        afterDeath.run();
        PostDisasterState aftermath = told.aftermath();
        phases.measure("reconcile", "", "a new orchestrator starts", () -> told.recover(DisasterPlan.nothing()));
        return verify(DisasterPlan.nothing(), aftermath, phases);
    }

    /** What is seen of processes that are gone; nothing when one is there, or there never was one. */
    private static String gone(List<Long> pids) {
        boolean all = pids.stream().noneMatch(pid -> ProcessHandle.of(pid).isPresent());
        return all ? pids.stream().map(pid -> "process " + pid + " is gone").collect(Collectors.joining(", ")) : "";
    }

    /** What nothing happened to; empty unless something happened to single git repositories. */
    Optional<UnaffectedRepositories> bystanders() {
        return bystanders;
    }

    private RecoveredStateAssert verify(DisasterPlan course, PostDisasterState aftermath, PhaseTimer phases) {
        VerdictReporter verification = new VerdictReporter(findings, told, course.with(told.draftBranches()));
        RecoveredStateAssert outcome = phases.measured("verify", "", "every object is compared with the ledger", () -> {
            Observation after = told.observe();
            told.recovery().anotherPass();
            Observation again = told.observe();
            if (course.manifests()) {
                verification.judge(aftermath, after, again, told.recoversSince(course, aftermath));
            }
            return told.outcome(after);
        });
        verification.time(phases);
        return outcome;
    }
}
