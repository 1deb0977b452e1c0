package dev.firedrill.scenarios;

import dev.firedrill.scenarios.action.DegradedRun;
import dev.firedrill.scenarios.action.GitActions;
import dev.firedrill.scenarios.action.InterlockScenario;
import dev.firedrill.scenarios.action.OperatorActions;
import dev.firedrill.scenarios.action.PointInTimeScenario;
import dev.firedrill.scenarios.action.ReconcileCosts;
import dev.firedrill.scenarios.action.RequestScenario;
import dev.firedrill.scenarios.action.RescueActions;
import dev.firedrill.scenarios.action.WatchOnlyOrchestrator;
import dev.firedrill.scenarios.action.WorkScenario;
import dev.firedrill.scenarios.options.DrillOptions;
import dev.firedrill.scenarios.recording.DrillRecord;
import dev.firedrill.scenarios.run.CurrentOutcome;
import dev.firedrill.scenarios.run.CurrentRun;
import dev.firedrill.scenarios.run.DisasterScenario;
import dev.firedrill.scenarios.run.RestartScenario;
import dev.firedrill.scenarios.run.ScenarioTestbed;
import dev.firedrill.scenarios.runner.ScenarioDependencies;
import dev.firedrill.scenarios.sweep.PlannerCheck;
import dev.firedrill.scenarios.sweep.PropertyRun;
import dev.firedrill.scenarios.sweep.ShrinkBudget;
import dev.firedrill.scenarios.sweep.SweepScenarios;
import dev.firedrill.scenarios.testbed.TestbedPool;
import java.util.List;
import java.util.ServiceLoader;
import java.util.Set;

/** Puts together what step definitions may ask for. */
public final class Scenarios {
    private static final Set<Class<?>> OF_SCENARIO = Set.of(
            ScenarioTestbed.class,
            CurrentRun.class,
            CurrentOutcome.class,
            DisasterScenario.class,
            RestartScenario.class,
            GitActions.class,
            OperatorActions.class,
            RescueActions.class,
            WatchOnlyOrchestrator.class,
            ReconcileCosts.class,
            PointInTimeScenario.class,
            RequestScenario.class,
            WorkScenario.class,
            DegradedRun.class,
            InterlockScenario.class,
            SweepScenarios.class,
            PropertyRun.class);

    private Scenarios() {}

    /** What the scenarios of one drill share, and what each has for itself. */
    public static ScenarioDependencies dependencies(TestbedPool testbeds, DrillOptions options, DrillRecord record) {
        PlannerCheck planner =
                ServiceLoader.load(PlannerCheck.class).findFirst().orElse((history, broken) -> List.of());
        return new ScenarioDependencies(Set.of(testbeds, options, record, new ShrinkBudget(), planner), OF_SCENARIO);
    }
}
