package dev.firedrill.proof.mutation;

import dev.firedrill.model.EnvironmentFailure;
import dev.firedrill.reports.result.DrillResult;
import dev.firedrill.reports.result.ScenarioResult;
import dev.firedrill.scenarios.Scenarios;
import dev.firedrill.scenarios.options.DrillOptions;
import dev.firedrill.scenarios.recording.DrillRecord;
import dev.firedrill.scenarios.runner.Drill;
import dev.firedrill.scenarios.runner.ScenarioDependencies;
import dev.firedrill.scenarios.testbed.TestbedPool;
import java.util.List;

/** One recovery, shipped or wrong, drilled scenario after scenario on benches that others use before and after it. */
final class TrialDrill implements AutoCloseable {
    private static final String ID = "sight";

    private final TestbedPool testbeds;
    private final DrillOptions options;
    private final DrillRecord record;

    private TrialDrill(TestbedPool testbeds, DrillOptions options, DrillRecord record) {
        this.testbeds = testbeds;
        this.options = options;
        this.record = record;
    }

    /** Begins with {@code options}, which say which recovery is drilled and where evidence of it goes. */
    static TrialDrill open(TestbedPool testbeds, DrillOptions options) {
        return new TrialDrill(testbeds, options, DrillRecord.open(options.out(), ID));
    }

    /**
     * Runs one scenario.
     *
     * @throws EnvironmentFailure when somebody stopped the command meanwhile
     */
    ScenarioResult run(String scenario) {
        Drill drill = new Drill(options.only(List.of(scenario)), record::started, record::finished);
        ScenarioDependencies dependencies = Scenarios.dependencies(testbeds, options, record);
        DrillResult result = drill.run(
                ID, List.of(scenario), testbeds.environment(options.broken()), dependencies, record, testbeds::stopped);
        return result.scenarios().stream()
                .findFirst()
                .orElseThrow(() -> new EnvironmentFailure(scenario + " did not come to its end"));
    }

    @Override
    public void close() {
        record.close();
    }
}
