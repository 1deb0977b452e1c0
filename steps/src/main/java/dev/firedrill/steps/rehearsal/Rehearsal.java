package dev.firedrill.steps.rehearsal;

import dev.firedrill.fixtures.expect.Disaster;
import dev.firedrill.fixtures.history.Markers;
import dev.firedrill.fixtures.history.Story;
import dev.firedrill.fixtures.judge.Case;
import dev.firedrill.fixtures.judge.Judge;
import dev.firedrill.fixtures.judge.Judgement;
import dev.firedrill.fixtures.observe.Observation;
import dev.firedrill.fixtures.observe.Observer;
import dev.firedrill.steps.drill.ScenarioFindings;
import dev.firedrill.steps.laboratory.Laboratory;
import dev.firedrill.steps.laboratory.OrchestratorOptions;
import dev.firedrill.vocabulary.Fate;
import dev.firedrill.vocabulary.LaboratoryBroken;
import dev.firedrill.vocabulary.RecoveryPoint;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** One scenario on one bench: a history, a disaster, the recovery, the judgement. */
public final class Rehearsal implements AutoCloseable {
    /** How long a recovery may take unless the scenario promises otherwise. */
    private static final Duration PROMISED = Duration.ofMinutes(1);

    private final BenchPool benches;
    private final ScenarioFindings findings;
    private Optional<Bench> borrowed = Optional.empty();
    private Optional<Story> story = Optional.empty();
    private Optional<Judgement> judgement = Optional.empty();

    public Rehearsal(BenchPool benches, ScenarioFindings findings) {
        this.benches = benches;
        this.findings = findings;
    }

    /** Brings the stores to the end of the standard history: the moment of the disaster. */
    public void tellStandardHistory() {
        story = Optional.of(bench().standardStory());
        laboratory().resetTo(RecoveryPoint.DISASTER);
    }

    /** Lets a disaster happen and the recovery run, and judges what is there afterwards. */
    public void strike(Disaster disaster) {
        boolean clusterIsLost = disaster.controlPlane() instanceof Fate.Lost;
        Recovery recovery = new Recovery(bench());
        if (!clusterIsLost) {
            recovery.startOrchestrator(bench().orchestrator());
            recovery.settle(Instant.now(), false);
        }
        Instant failedAt = Instant.now();
        Phases phases = new Phases(findings, failedAt);
        Observation before;
        try (Strike strike = new Strike(laboratory(), told(), disaster, findings)) {
            phases.measure("detect", "", "the disaster is noticed", () -> {
                strike.cutOff();
                strike.awaitNoticed(recovery);
            });
            strike.concerned()
                    .forEach(store -> phases.measure(
                            "restore " + store.title(), store.key(), strike.describe(store), () -> strike.restore(store)));
            before = observer().observe(laboratory().git().repositories());
        }
        Instant restoredAt = Instant.now();
        phases.measure("reconcile", "", "the orchestrator aligns the stores", () -> {
            recovery.startOrchestrator(bench().orchestrator());
            if (clusterIsLost) {
                recovery.applyManifests(told());
            }
            recovery.settle(Instant.now(), disaster.confirmed());
        });
        judge(disaster, recovery, before, phases, failedAt, restoredAt);
    }

    private void judge(
            Disaster disaster,
            Recovery recovery,
            Observation before,
            Phases phases,
            Instant failedAt,
            Instant restoredAt) {
        phases.measure("verify", "", "every object is compared with the ledger", () -> {
            Observation after = observer().observe(laboratory().git().repositories());
            recovery.anotherPass();
            Observation again = observer().observe(laboratory().git().repositories());
            judgement = Optional.of(new Judge()
                    .judge(new Case(
                            told().ledger(),
                            disaster,
                            before,
                            after,
                            again,
                            new Markers(workbench()).read(),
                            findings.witnesses(),
                            failedAt,
                            restoredAt)));
        });
        new Report(findings).write(disaster, judgement(), phases.objective(PROMISED));
    }

    /** The judgement on the scenario so far. */
    public Judgement judgement() {
        return judgement.orElseThrow(
                () -> new LaboratoryBroken("Nothing was judged yet: the scenario's disaster has not happened"));
    }

    private Observer observer() {
        return new Observer(
                laboratory().controlPlane().address(),
                workbench().porch(),
                laboratory().git().address(),
                laboratory().database().address());
    }
}
