package dev.firedrill.scenarios.action;

import static dev.firedrill.scenarios.assertion.Expect.claim;

import dev.firedrill.environments.role.system.ExplainsObstacles;
import dev.firedrill.environments.role.system.ExplainsObstacles.Obstacle;
import dev.firedrill.faults.Misconfiguration;
import dev.firedrill.model.EnvironmentFailure;
import dev.firedrill.model.Witness;
import dev.firedrill.scenarios.recording.ScenarioRecorder;
import dev.firedrill.scenarios.run.CurrentOutcome;
import dev.firedrill.scenarios.run.CurrentRun;
import dev.firedrill.scenarios.run.ScenarioRun;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** An orchestrator at the end of a history meets an obstacle, says so, and goes on when the obstacle is gone. */
public final class DegradedRun implements AutoCloseable {
    private final CurrentRun run;
    private final CurrentOutcome outcome;
    private final ScenarioRecorder recorder;
    private Optional<Runnable> cure = Optional.empty();
    private List<Obstacle> said = List.of();

    public DegradedRun(CurrentRun run, CurrentOutcome outcome, ScenarioRecorder recorder) {
        this.run = run;
        this.outcome = outcome;
        this.recorder = recorder;
    }

    /** Puts the obstacle in the way of an orchestrator that was ready, and waits until it says something about it. */
    public void meet(Misconfiguration misconfiguration) {
        ScenarioRun telling = run.get();
        ExplainsObstacles explains = telling.claims().need(ExplainsObstacles.class);
        telling.recovery().startOrchestrator();
        if (!telling.recovery().settle(false)) {
            throw new EnvironmentFailure("The orchestrator was not ready before it met anything");
        }
        cure = Optional.of(misconfiguration.raise(telling.environment()));
        // What it saw while the obstacle came, such as a server that starts, is not what this is about.
        telling.recovery().anotherPass();
        said = telling.environment()
                .waitingFor(telling.system())
                .until(
                        "the orchestrator to say that something is wrong",
                        explains::obstacles,
                        obstacles -> !obstacles.isEmpty());
        recorder.witness(new Witness("the orchestrator meets an obstacle: " + misconfiguration, words()));
    }

    /** What it said is about the obstacle, and the hint that belongs to it tells what to do. */
    public void saidWithHint(String word, String remedy) {
        claim("what the orchestrator said").mentions(words(), word);
        String hints = said.stream()
                .filter(problem -> contains(problem.message(), word))
                .map(problem -> problem.hint().orElse("nothing"))
                .collect(Collectors.joining(" / "));
        claim("what the orchestrator suggests").mentions(hints, remedy);
    }

    /** Takes the obstacle out of the way; the orchestrator becomes ready and has lost nothing. */
    public void goesOn() {
        ScenarioRun telling = run.get();
        cure.ifPresent(Runnable::run);
        cure = Optional.empty();
        claim("whether the orchestrator becomes ready again when the obstacle is gone")
                .isEqual(telling.recovery().settle(false), true);
        outcome.become(telling.outcome(telling.observe()));
    }

    /** Leaves the obstacle where it is, for somebody who wants to look at it. */
    public void leaveStanding() {
        cure = Optional.empty();
    }

    /** Takes the obstacle away whatever happened; harmless when it is gone. */
    @Override
    public void close() {
        cure.ifPresent(Runnable::run);
        cure = Optional.empty();
    }

    private String words() {
        return said.stream().map(Obstacle::toString).collect(Collectors.joining(" / "));
    }

    private static boolean contains(String text, String word) {
        return text.toLowerCase(Locale.ROOT).contains(word.toLowerCase(Locale.ROOT));
    }
}
