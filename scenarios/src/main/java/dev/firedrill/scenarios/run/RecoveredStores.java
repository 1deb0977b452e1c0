package dev.firedrill.scenarios.run;

import dev.firedrill.environments.role.GitServer;
import dev.firedrill.model.ClusterAddress;
import dev.firedrill.model.DatabaseAddress;
import dev.firedrill.model.Disaster;
import dev.firedrill.model.RecoveryPoint;
import dev.firedrill.oracle.check.CheckInput;
import dev.firedrill.oracle.check.Finding;
import dev.firedrill.oracle.observe.Observation;
import dev.firedrill.oracle.snapshot.DatabaseFacts;
import dev.firedrill.oracle.snapshot.Snapshot;
import dev.firedrill.oracle.snapshot.Source;
import dev.firedrill.oracle.snapshot.Subject;
import dev.firedrill.oracle.verdict.Checker;
import dev.firedrill.scenarios.options.DrillOptions;
import dev.firedrill.scenarios.plan.DisasterPlan;
import dev.firedrill.scenarios.plan.PostDisasterState;
import dev.firedrill.scenarios.recording.PhaseTimer;
import dev.firedrill.scenarios.recording.ScenarioRecorder;
import dev.firedrill.scenarios.testbed.Testbed;
import dev.firedrill.scenarios.testbed.TestbedPool;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** Stores in which a recovery has ended and no orchestrator runs any more: what is changed in them stays changed. */
public final class RecoveredStores implements AutoCloseable {
    private final TestbedPool testbeds;
    private final Testbed testbed;
    private final ScenarioRun run;
    private final ScenarioRecorder recorder = new ScenarioRecorder();
    private final Disaster disaster;
    private final PostDisasterState left;
    private final Instant since;
    private final Observation seen;
    private Snapshot answers;

    private RecoveredStores(TestbedPool testbeds, DrillOptions options, DisasterPlan plan) {
        this.testbeds = testbeds;
        this.testbed = testbeds.borrow(false, options.broken());
        this.run = new HistoryCheckpoint(testbed, options, new ScenarioRecorder()).sparing(Set.of());
        var phases = new PhaseTimer(recorder, Instant.now());
        this.left = run.strike(plan, recorder, phases);
        run.recover(plan);
        // Whatever is left to be done is done by a pass that had no other reason.
        run.recovery().anotherPass();
        this.disaster = plan.with(run.draftBranches()).disaster();
        this.since = run.recoversSince(plan, left);
        this.seen = run.observe();
        this.answers = of(seen.facts(), Source.PUBLIC_API);
        run.environment().endOrchestrator();
    }

    /** Lets a disaster happen at the end of the standard history, recovers from it, and ends the orchestrator. */
    public static RecoveredStores after(DisasterPlan plan, TestbedPool testbeds, DrillOptions options) {
        return new RecoveredStores(testbeds, options, plan);
    }

    /** What was seen when the recovery had ended. */
    public Observation seen() {
        return seen;
    }

    public String namespace() {
        return cluster().namespace();
    }

    public ClusterAddress cluster() {
        return run.workbench().cluster();
    }

    public DatabaseAddress database() {
        return run.workbench().database();
    }

    public GitServer git() {
        return run.environment().git();
    }

    /** Lets the public API have answered otherwise in one leaf. */
    public void falsify(Subject subject, String field, String value) {
        answers = Snapshot.builder().addAll(answers).add(subject, field, value).build();
    }

    /** Takes that back. */
    public void answersTruly() {
        answers = of(seen.facts(), Source.PUBLIC_API);
    }

    /** Reads one store again, at what is for the judge the time of {@link #seen()}. */
    public Observation look(Source source) {
        if (source == Source.DATABASE) {
            return with(seen, of(new DatabaseFacts(database()).read(), source), source);
        }
        if (source == Source.PUBLIC_API) {
            return with(seen, answers, source);
        }
        var now = run.observeStores();
        return with(now, of(now.facts(), source), source);
    }

    /**
     * What the judge finds.
     *
     * @param after what the recovery has left
     * @param again what is there after a second pass
     */
    public List<Finding> findings(Observation after, Observation again) {
        return new Checker()
                .judge(new CheckInput(
                        run.ledger(),
                        disaster,
                        left.stores(),
                        after,
                        again,
                        left.markers(),
                        recorder.witnesses(),
                        run.ledger().timeOf(RecoveryPoint.DISASTER).orElseThrow(),
                        since,
                        namespace(),
                        run.story().manifests(RecoveryPoint.DISASTER)))
                .findings();
    }

    private Observation with(Observation stores, Snapshot changed, Source source) {
        var facts = Snapshot.builder();
        for (var other : Source.values()) {
            facts.addAll(other == source ? changed : of(seen.facts(), other));
        }
        return new Observation(
                seen.takenAt(),
                seen.listed(),
                stores.rows(),
                stores.repositoryRows(),
                stores.git(),
                stores.repositories(),
                stores.variants(),
                stores.fingerprint(),
                seen.said(),
                facts.build());
    }

    private static Snapshot of(Snapshot facts, Source source) {
        var some = Snapshot.builder();
        facts.facts().forEach((subject, fields) -> {
            if (subject.source() == source) {
                some.addAll(subject, fields);
            }
        });
        return some.build();
    }

    @Override
    public void close() {
        testbeds.giveBack(testbed);
    }
}
