package dev.firedrill.scenarios.runner;

import dev.firedrill.reports.catalogue.Catalogue;
import dev.firedrill.reports.catalogue.CatalogueScenario;
import dev.firedrill.reports.catalogue.CatalogueStep;
import io.cucumber.plugin.ConcurrentEventListener;
import io.cucumber.plugin.event.EventPublisher;
import io.cucumber.plugin.event.PickleStepTestStep;
import io.cucumber.plugin.event.StepDefinedEvent;
import io.cucumber.plugin.event.TestCase;
import io.cucumber.plugin.event.TestCaseStarted;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Listens to a run in which no step is done: what scenarios and what step definitions there are. */
final class CatalogueListener implements ConcurrentEventListener {
    private final ScenarioIds ids;
    private final List<CatalogueScenario> scenarios = new ArrayList<>();
    private final Map<String, String> places = new TreeMap<>();
    private final Map<String, Integer> uses = new HashMap<>();

    CatalogueListener(ScenarioIds ids) {
        this.ids = ids;
    }

    @Override
    public void setEventPublisher(EventPublisher publisher) {
        publisher.registerHandlerFor(
                StepDefinedEvent.class,
                step -> places.put(
                        step.getStepDefinition().getPattern(),
                        step.getStepDefinition().getLocation()));
        publisher.registerHandlerFor(TestCaseStarted.class, started -> started(started.getTestCase()));
    }

    Catalogue catalogue() {
        List<CatalogueStep> steps = new ArrayList<>();
        places.forEach((pattern, place) ->
                steps.add(new CatalogueStep(pattern, method(place), uses.getOrDefault(pattern, 0))));
        return new Catalogue(scenarios, steps);
    }

    private synchronized void started(TestCase scenario) {
        int line = scenario.getLocation().getLine();
        FeatureSource source = ids.source(scenario);
        scenarios.add(new CatalogueScenario(
                ids.of(scenario),
                source.feature(line),
                source.rule(line),
                scenario.getName(),
                scenario.getTags(),
                source.description(line),
                source.scenario(line)));
        scenario.getTestSteps().stream()
                .filter(PickleStepTestStep.class::isInstance)
                .map(step -> ((PickleStepTestStep) step).getPattern())
                .forEach(pattern -> uses.merge(pattern, 1, Integer::sum));
    }

    /** Cucumber tells a method with its package and the full names of its parameters. */
    private static String method(String location) {
        String name = location.replaceFirst("\\(.*", "");
        String[] parts = name.split("\\.");
        return parts.length < 2 ? name : parts[parts.length - 2] + "." + parts[parts.length - 1];
    }
}
