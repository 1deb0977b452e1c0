package dev.firedrill.scenarios.runner;

import dev.firedrill.environments.role.system.MissingAbility;
import dev.firedrill.model.Verdict;
import dev.firedrill.reports.JournalEvent;
import dev.firedrill.reports.result.ScenarioResult;
import dev.firedrill.reports.result.ScenarioResultBuilder;
import dev.firedrill.reports.result.StepResult;
import dev.firedrill.reports.result.StepStatus;
import dev.firedrill.scenarios.options.DrillOptions;
import dev.firedrill.scenarios.options.PlannedScenario;
import dev.firedrill.scenarios.recording.ResultRegistry;
import io.cucumber.plugin.ConcurrentEventListener;
import io.cucumber.plugin.event.DataTableArgument;
import io.cucumber.plugin.event.EventPublisher;
import io.cucumber.plugin.event.PickleStepTestStep;
import io.cucumber.plugin.event.Result;
import io.cucumber.plugin.event.TestCase;
import io.cucumber.plugin.event.TestCaseFinished;
import io.cucumber.plugin.event.TestCaseStarted;
import io.cucumber.plugin.event.TestStepFinished;
import io.cucumber.plugin.event.TestStepStarted;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** Turns Cucumber's events, and what the glue found, into one result a scenario. */
final class ScenarioListener implements ConcurrentEventListener {
    private final DrillOptions options;
    private final ScenarioIds ids;
    private final ResultRegistry registry;
    private final Consumer<JournalEvent> journal;
    private final Consumer<String> whenStarted;
    private final Consumer<ScenarioResult> whenFinished;
    private final Map<TestCase, List<StepResult>> steps = new ConcurrentHashMap<>();

    ScenarioListener(
            DrillOptions options,
            ScenarioIds ids,
            ResultRegistry registry,
            Consumer<JournalEvent> journal,
            Consumer<String> whenStarted,
            Consumer<ScenarioResult> whenFinished) {
        this.options = options;
        this.ids = ids;
        this.registry = registry;
        this.journal = journal;
        this.whenStarted = whenStarted;
        this.whenFinished = whenFinished;
    }

    @Override
    public void setEventPublisher(EventPublisher publisher) {
        ids.listen(publisher);
        publisher.registerHandlerFor(TestCaseStarted.class, this::started);
        publisher.registerHandlerFor(TestStepStarted.class, this::stepStarted);
        publisher.registerHandlerFor(TestStepFinished.class, this::stepFinished);
        publisher.registerHandlerFor(TestCaseFinished.class, this::finished);
    }

    private void started(TestCaseStarted event) {
        steps.put(event.getTestCase(), new ArrayList<>());
        TestCase scenario = event.getTestCase();
        registry.expect(scenario.getUri(), scenario.getLocation().getLine(), ids.of(scenario));
        whenStarted.accept(ids.of(scenario));
    }

    private void stepStarted(TestStepStarted event) {
        if (event.getTestStep() instanceof PickleStepTestStep step) {
            tell(event.getTestCase(), step, Map.of("state", "begins"));
        }
    }

    private void tell(TestCase scenario, PickleStepTestStep step, Map<String, Object> facts) {
        String sentence = step.getStep().getKeyword() + step.getStep().getText();
        journal.accept(new JournalEvent(ids.of(scenario), "step", "", sentence, facts));
    }

    private void stepFinished(TestStepFinished event) {
        if (event.getTestStep() instanceof PickleStepTestStep step) {
            Result result = event.getResult();
            tell(event.getTestCase(), step, Map.of("state", statusOf(result).text(), "took", result.getDuration()));
            List<List<String>> table =
                    step.getStep().getArgument() instanceof DataTableArgument given ? given.cells() : List.of();
            steps.get(event.getTestCase())
                    .add(new StepResult(
                            step.getStep().getKeyword(),
                            step.getStep().getText(),
                            statusOf(result),
                            result.getDuration(),
                            result.getError() == null ? null : Failure.sentence(result.getError()),
                            table));
        }
    }

    private void finished(TestCaseFinished event) {
        TestCase scenario = event.getTestCase();
        int line = scenario.getLocation().getLine();
        FeatureSource source = ids.source(scenario);
        Result result = event.getResult();
        ScenarioOutcome outcome = ScenarioOutcome.of(result, registry.take(scenario.getUri(), line));
        ScenarioResultBuilder built = ScenarioResult.builder(ids.of(scenario), source.feature(line), scenario.getName())
                .rule(source.rule(line))
                .tags(scenario.getTags())
                .description(source.description(line))
                .gherkin(source.scenario(line))
                .steps(steps.remove(scenario))
                .startedAt(event.getInstant().minus(result.getDuration()))
                .duration(result.getDuration());
        outcome.findings().addTo(built);
        Verdict verdict = outcome.verdict();
        ScenarioResult seen = built.verdict(verdict)
                .failure(verdict == Verdict.HELD ? null : outcome.failure())
                .repeat(options.repetition().of(ids.of(scenario)))
                .build();
        whenFinished.accept(new Ending(seen, options.promises().of(planned(scenario))).result());
    }

    private PlannedScenario planned(TestCase scenario) {
        return new PlannedScenario(
                ids.of(scenario), scenario.getUri(), scenario.getLocation().getLine(), scenario.getTags());
    }

    private static StepStatus statusOf(Result result) {
        return switch (result.getStatus()) {
            case PASSED -> StepStatus.PASSED;
            case FAILED, AMBIGUOUS ->
                result.getError() instanceof MissingAbility ? StepStatus.SKIPPED : StepStatus.FAILED;
            case SKIPPED -> StepStatus.SKIPPED;
            default -> StepStatus.UNDEFINED;
        };
    }
}
