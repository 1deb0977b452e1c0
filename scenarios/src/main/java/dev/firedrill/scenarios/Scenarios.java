package dev.firedrill.scenarios;

import dev.firedrill.scenarios.action.InterlockScenario;
import dev.firedrill.scenarios.options.DrillOptions;
import dev.firedrill.scenarios.recording.DrillRecord;
import dev.firedrill.scenarios.run.ScenarioContext;
import dev.firedrill.scenarios.runner.ScenarioDependencies;
import dev.firedrill.scenarios.sweep.PlannerCheck;
import dev.firedrill.scenarios.sweep.PropertyRun;
import dev.firedrill.scenarios.sweep.ShrinkBudget;
import dev.firedrill.scenarios.testbed.TestbedPool;
import java.util.List;
import java.util.ServiceLoader;
import java.util.Set;

/** Puts together what step definitions may ask for. */
public final class Scenarios {
    private Scenarios() {}

    /** What the scenarios of one drill share, and what each has for itself. */
    public static ScenarioDependencies dependencies(TestbedPool testbeds, DrillOptions options, DrillRecord record) {
        PlannerCheck planner =
                ServiceLoader.load(PlannerCheck.class).findFirst().orElse((history, broken) -> List.of());
        return new ScenarioDependencies(
                Set.of(testbeds, options, record, new ShrinkBudget(), planner),
                Set.of(ScenarioContext.class, PropertyRun.class, InterlockScenario.class));
    }
}
