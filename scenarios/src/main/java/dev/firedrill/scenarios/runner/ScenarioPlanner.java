package dev.firedrill.scenarios.runner;

import dev.firedrill.scenarios.options.PlannedScenario;
import dev.firedrill.scenarios.plan.DisasterPhrase;
import io.cucumber.plugin.ConcurrentEventListener;
import io.cucumber.plugin.event.EventPublisher;
import io.cucumber.plugin.event.PickleStepTestStep;
import io.cucumber.plugin.event.Status;
import io.cucumber.plugin.event.StepDefinedEvent;
import io.cucumber.plugin.event.TestCaseStarted;
import io.cucumber.plugin.event.TestStepFinished;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Listens to a run in which no step is done: which scenarios there are, and which of their steps mean nothing. */
final class ScenarioPlanner implements ConcurrentEventListener {
    private final ScenarioIds ids;
    private final List<PlannedScenario> scenarios = new ArrayList<>();
    private final Set<String> known = new LinkedHashSet<>();
    private final List<PickleStepTestStep> undefined = new ArrayList<>();
    private final List<String> ambiguous = new ArrayList<>();
    private final List<String> contradictory = new ArrayList<>();

    ScenarioPlanner(ScenarioIds ids) {
        this.ids = ids;
    }

    @Override
    public void setEventPublisher(EventPublisher publisher) {
        ids.listen(publisher);
        publisher.registerHandlerFor(
                StepDefinedEvent.class,
                step -> known.add(step.getStepDefinition().getPattern()));
        publisher.registerHandlerFor(TestCaseStarted.class, this::started);
        publisher.registerHandlerFor(TestStepFinished.class, this::stepFinished);
    }

    /**
     * The scenarios, in the order of the files.
     *
     * @throws WrongSelection when one of them has a step that nobody knows, that means two things, or that contradicts itself
     */
    List<PlannedScenario> scenarios() {
        List<String> wrong =
                new ArrayList<>(undefined.stream().map(this::sentence).toList());
        wrong.addAll(ambiguous);
        wrong.addAll(contradictory);
        if (!wrong.isEmpty()) {
            throw new WrongSelection(String.join("\n", new LinkedHashSet<>(wrong)));
        }
        return List.copyOf(scenarios);
    }

    private synchronized void started(TestCaseStarted started) {
        scenarios.add(new PlannedScenario(
                ids.of(started.getTestCase()),
                started.getTestCase().getUri(),
                started.getTestCase().getLocation().getLine(),
                started.getTestCase().getTags()));
    }

    private synchronized void stepFinished(TestStepFinished finished) {
        if (finished.getTestStep() instanceof PickleStepTestStep step) {
            notice(step);
            if (finished.getResult().getStatus() == Status.UNDEFINED) {
                undefined.add(step);
            }
            if (finished.getResult().getStatus() == Status.AMBIGUOUS) {
                ambiguous.add(place(step) + ": the step '" + step.getStep().getText() + "' means two things: "
                        + finished.getResult().getError().getMessage().replaceAll("\\s+", " "));
            }
        }
    }

    private void notice(PickleStepTestStep step) {
        try {
            DisasterPhrase.in(step.getStep().getText());
        } catch (IllegalArgumentException contradiction) {
            contradictory.add(place(step) + ": the step " + contradiction.getMessage());
        }
    }

    private String sentence(PickleStepTestStep step) {
        String text = step.getStep().getText();
        List<String> nearest = DidYouMean.to(text, known, 3);
        return place(step) + ": the step '" + text + "' is not known"
                + (nearest.isEmpty() ? "" : "; the nearest known ones are\n    " + String.join("\n    ", nearest));
    }

    private String place(PickleStepTestStep step) {
        return ids.path(step.getUri()) + ":" + step.getStep().getLocation().getLine();
    }
}
