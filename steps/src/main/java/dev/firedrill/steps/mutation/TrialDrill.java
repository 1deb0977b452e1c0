package dev.firedrill.steps.mutation;

import dev.firedrill.reports.result.DrillResult;
import dev.firedrill.reports.result.ScenarioResult;
import dev.firedrill.steps.drill.Drill;
import dev.firedrill.steps.drill.DrillOptions;
import dev.firedrill.steps.drill.DrillRecord;
import dev.firedrill.steps.drill.Stage;
import dev.firedrill.steps.rehearsal.BenchPool;
import dev.firedrill.steps.rehearsal.RandomTrials;
import dev.firedrill.steps.rehearsal.Rehearsal;
import dev.firedrill.steps.rehearsal.ShrinkingBudget;
import dev.firedrill.steps.rehearsal.Trespass;
import dev.firedrill.vocabulary.LaboratoryBroken;
import java.util.List;
import java.util.Set;

/** One recovery, shipped or wrong, drilled scenario after scenario on benches that others use before and after it. */
final class TrialDrill implements AutoCloseable {
    private static final String ID = "sight";

    private final BenchPool benches;
    private final DrillOptions options;
    private final DrillRecord record;

    private TrialDrill(BenchPool benches, DrillOptions options, DrillRecord record) {
        this.benches = benches;
        this.options = options;
        this.record = record;
    }

    /** Begins with {@code options}, which say which recovery is drilled and where evidence of it goes. */
    static TrialDrill open(BenchPool benches, DrillOptions options) {
        return new TrialDrill(benches, options, DrillRecord.open(options.out(), ID));
    }

    /**
     * Runs one scenario.
     *
     * @throws LaboratoryBroken when somebody stopped the command meanwhile
     */
    ScenarioResult run(String scenario) {
        Drill drill = new Drill(options.only(List.of(scenario)), record::started, record::finished);
        Stage stage = new Stage(
                Set.of(benches, options, record, new ShrinkingBudget()),
                Set.of(Rehearsal.class, RandomTrials.class, Trespass.class));
        DrillResult result = drill.run(
                ID, List.of(scenario), benches.environment(options.broken()), stage, record, benches::stopped);
        return result.scenarios().stream()
                .findFirst()
                .orElseThrow(() -> new LaboratoryBroken(scenario + " did not come to its end"));
    }

    @Override
    public void close() {
        record.close();
    }
}
