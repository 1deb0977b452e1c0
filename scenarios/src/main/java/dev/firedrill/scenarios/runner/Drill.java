package dev.firedrill.scenarios.runner;

import dev.firedrill.model.Verdict;
import dev.firedrill.reports.catalogue.Catalogue;
import dev.firedrill.reports.result.DrillResult;
import dev.firedrill.reports.result.EnvironmentReport;
import dev.firedrill.reports.result.ScenarioResult;
import dev.firedrill.scenarios.options.DrillOptions;
import dev.firedrill.scenarios.options.FeatureSelection;
import dev.firedrill.scenarios.options.PlannedScenario;
import dev.firedrill.scenarios.options.Promises;
import dev.firedrill.scenarios.recording.DrillRecord;
import dev.firedrill.scenarios.recording.ResultRegistry;
import io.qameta.allure.AllureLifecycle;
import io.qameta.allure.cucumber7jvm.AllureCucumber7Jvm;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** One run of feature files, from the plan to the result. */
public final class Drill {
    private final DrillOptions options;
    private final ScenarioIds ids;
    private final CucumberRun cucumber;
    private final Consumer<String> whenStarted;
    private final Consumer<ScenarioResult> whenFinished;

    /**
     * Prepares a run.
     *
     * @param whenStarted hears the id of each scenario when it starts, on the worker's thread
     * @param whenFinished hears what became of it, on the worker's thread
     */
    public Drill(DrillOptions options, Consumer<String> whenStarted, Consumer<ScenarioResult> whenFinished) {
        this.options = options;
        this.ids = new ScenarioIds(options.home());
        this.cucumber = new CucumberRun(options.selection(), ids);
        this.whenStarted = whenStarted;
        this.whenFinished = whenFinished;
    }

    /**
     * The ids of the scenarios that the options select.
     *
     * @throws WrongSelection when there are none, or when one of them cannot be run
     */
    public static List<String> plan(DrillOptions options) {
        return new CucumberRun(options.selection(), new ScenarioIds(options.home()))
                .plan().stream().map(PlannedScenario::id).toList();
    }

    /**
     * The texts of the scenarios that are selected, and all step definitions.
     *
     * @throws WrongSelection when there are none, or when one of them cannot be run
     */
    public static Catalogue catalogue(FeatureSelection selection) {
        return new CucumberRun(selection, new ScenarioIds(selection.home())).catalogue();
    }

    /** Promises that apply to no scenario that the options select, as sentences. */
    public List<String> idlePromises() {
        return options.promises().equals(Promises.NONE)
                ? List.of()
                : options.promises().idle(cucumber.plan());
    }

    /**
     * Runs the planned scenarios.
     *
     * @param id the drill's id
     * @param planned what {@link #plan(DrillOptions)} said
     * @param environment what stands behind each role
     * @param dependencies what the glue's constructors may ask for
     * @param record receives what Allure is told
     * @param stopped whether the drill was stopped; what ends from then on ends for want of stores and is not told
     */
    public DrillResult run(
            String id,
            List<String> planned,
            EnvironmentReport environment,
            ScenarioDependencies dependencies,
            DrillRecord record,
            BooleanSupplier stopped) {
        Instant startedAt = Instant.now();
        ResultRegistry registry = new ResultRegistry(record::note);
        List<ScenarioResult> results = new ArrayList<>();
        ScenarioListener listener = new ScenarioListener(options, ids, registry, record::note, whenStarted, result -> {
            if (stopped.getAsBoolean()) {
                return;
            }
            synchronized (results) {
                results.add(result);
            }
            whenFinished.accept(result);
        });
        AllureLifecycle allure = new AllureLifecycle(record.allure());
        cucumber.run(dependencies.with(registry), options.workers(), listener, new AllureCucumber7Jvm(allure));
        results.sort(Comparator.comparingInt(result -> planned.indexOf(result.id())));
        return DrillResult.builder(id, startedAt, environment)
                .finishedAt(Instant.now())
                .seed(options.seed())
                .command(options.repetition().whole())
                .planned(planned)
                .scenarios(results)
                .verdict(verdict(planned, results))
                .build();
    }

    /** A planned scenario that did not report proves nothing. */
    private static Verdict verdict(List<String> planned, List<ScenarioResult> results) {
        Verdict worst = DrillResult.worstOf(results);
        return results.size() < planned.size() ? worst.and(Verdict.INCONCLUSIVE) : worst;
    }
}
