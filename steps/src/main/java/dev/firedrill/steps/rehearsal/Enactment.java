package dev.firedrill.steps.rehearsal;

import dev.firedrill.fixtures.observe.Observation;
import dev.firedrill.steps.drill.ScenarioFindings;
import dev.firedrill.steps.laboratory.Laboratory;
import dev.firedrill.vocabulary.Witness;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** Something that happens at the end of a history, from the first cut to the judgement. */
final class Enactment {
    private final Telling told;
    private final ScenarioFindings findings;
    private Optional<Bystanders> bystanders = Optional.empty();

    Enactment(Telling told, ScenarioFindings findings) {
        this.told = told;
        this.findings = findings;
    }

    /** Lets a disaster happen and the recovery run, and judges what is there afterwards. */
    Outcome strike(Course course) {
        return strike(course, () -> {});
    }

    /** The same with something happening when the stores are back and before the recovery is through. */
    Outcome strike(Course course, Runnable meanwhile) {
        if (course.particulars().attended() && !course.clusterIsLost()) {
            told.recovery().startAndSettle();
        }
        Set<String> damaged = course.particulars().repositories().keySet();
        if (!damaged.isEmpty()) {
            bystanders = Optional.of(new Bystanders(damaged, told.observeStores()));
        }
        // What passes leaves the stores as they were, apart from what a recovery makes of it.
        Optional<Aftermath> whole = course.passes() ? Optional.of(told.aftermath()) : Optional.empty();
        Phases phases = new Phases(findings, Instant.now());
        Aftermath aftermath;
        try (Strike strike = new Strike(told.laboratory(), course, findings)) {
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
    Outcome restart(String what, Runnable afterDeath) {
        Laboratory laboratory = told.laboratory();
        Phases phases = new Phases(findings, Instant.now());
        long pid = laboratory.orchestrator().orElseThrow().pid();
        phases.measure("detect", "", what, laboratory::killOrchestrator);
        findings.done(what);
        findings.witness(new Witness(what, ProcessHandle.of(pid).isPresent() ? "" : "process " + pid + " is gone"));
        afterDeath.run();
        Aftermath aftermath = told.aftermath();
        phases.measure("reconcile", "", "a new orchestrator starts", () -> told.recover(Course.nothing()));
        return verify(Course.nothing(), aftermath, phases);
    }

    /** What nothing happened to; empty unless something happened to single git repositories. */
    Optional<Bystanders> bystanders() {
        return bystanders;
    }

    private Outcome verify(Course course, Aftermath aftermath, Phases phases) {
        Verification verification = new Verification(findings, told, course.with(told.draftBranches()));
        Outcome outcome = phases.measured("verify", "", "every object is compared with the ledger", () -> {
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
