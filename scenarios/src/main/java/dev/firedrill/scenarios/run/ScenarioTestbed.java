package dev.firedrill.scenarios.run;

import dev.firedrill.scenarios.options.DrillOptions;
import dev.firedrill.scenarios.recording.DrillRecord;
import dev.firedrill.scenarios.recording.ScenarioRecorder;
import dev.firedrill.scenarios.testbed.EvidenceCollector;
import dev.firedrill.scenarios.testbed.Testbed;
import dev.firedrill.scenarios.testbed.TestbedPool;
import dev.firedrill.workload.ledger.Ledger;
import java.util.Optional;

/** The testbed of one scenario: borrowed when it is first asked for, given back at the end. Belongs to one thread. */
public final class ScenarioTestbed implements AutoCloseable {
    private final DrillOptions options;
    private final DrillRecord record;
    private final ScenarioRecorder recorder;
    private TestbedPool pool;
    private Optional<Testbed> borrowed = Optional.empty();

    public ScenarioTestbed(TestbedPool pool, DrillOptions options, DrillRecord record, ScenarioRecorder recorder) {
        this.pool = pool;
        this.options = options;
        this.record = record;
        this.recorder = recorder;
    }

    /** Borrows from another pool from now on; nothing may have been borrowed yet. */
    public void moveTo(TestbedPool other) {
        pool = other;
    }

    /** The testbed, borrowed if it was not before. */
    Testbed get() {
        return borrowed.orElseGet(() -> borrow(false));
    }

    /** Borrows a testbed whose orchestrator pushes drafts to git, or does not. */
    Testbed borrow(boolean pushesDrafts) {
        Testbed testbed = pool.borrow(pushesDrafts, options.broken());
        testbed.secrets().forEach(record.redactor()::register);
        borrowed = Optional.of(testbed);
        return testbed;
    }

    /** When a store has ended by itself, nothing that was seen since then is the recovery's fault, or its merit. */
    public void noticeBrokenStores() {
        borrowed.flatMap(testbed -> testbed.environment().endedByItself()).ifPresent(recorder::environmentBroke);
    }

    /** The ledger of the last history that was begun here. */
    Optional<Ledger> ledgerBegunLast() {
        return borrowed.flatMap(Testbed::ledgerBegunLast);
    }

    /** Keeps a ledger beside the results of {@code scenario}. */
    void keepLedger(String scenario, Ledger ledger) {
        if (!pool.stopped()) {
            recorder.evidence(record.keep(scenario, "the ledger", "ledger.ndjson", ledger.asLines()));
        }
    }

    /** Keeps what the stores and the orchestrator tell beside the results of {@code scenario}. */
    void keepEvidence(String scenario) {
        if (!pool.stopped()) {
            borrowed.ifPresent(testbed -> new EvidenceCollector(record, scenario)
                    .of(testbed.environment(), pool)
                    .forEach(recorder::evidence));
        }
    }

    /**
     * Lets the stores stand as they are when the user asked for that; a scenario before this one may have its stores kept.
     *
     * @return whether they stay
     */
    public boolean leaveStanding(String scenario) {
        boolean stays = options.keep()
                && borrowed.filter(testbed -> pool.leaveStanding(testbed, scenario))
                        .isPresent();
        if (stays) {
            borrowed = Optional.empty();
        }
        return stays;
    }

    @Override
    public void close() {
        borrowed.ifPresent(testbed -> {
            testbed.environment().endOrchestrator();
            if (testbed.environment().endedByItself().isPresent()) {
                pool.retire(testbed);
            } else {
                testbed.environment().links().heal();
                pool.giveBack(testbed);
            }
        });
        borrowed = Optional.empty();
    }
}
