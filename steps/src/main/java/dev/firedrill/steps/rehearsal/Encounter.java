package dev.firedrill.steps.rehearsal;

import static dev.firedrill.steps.rehearsal.Claim.claim;

import dev.firedrill.fixtures.porch.OrchestratorStatus;
import dev.firedrill.steps.drill.ScenarioFindings;
import dev.firedrill.vocabulary.LaboratoryBroken;
import dev.firedrill.vocabulary.Witness;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** An orchestrator at the end of a history meets an obstacle, says so, and goes on when the obstacle is gone. */
public final class Encounter {
    private final Telling telling;
    private final ScenarioFindings findings;
    private Optional<Runnable> cure = Optional.empty();
    private List<OrchestratorStatus.Problem> said = List.of();

    Encounter(Telling telling, ScenarioFindings findings) {
        this.telling = telling;
        this.findings = findings;
    }

    /** Puts the obstacle in the way of an orchestrator that was ready, and waits until it says something about it. */
    void meet(Obstacle obstacle) {
        telling.recovery().startOrchestrator();
        if (!telling.recovery().settle(false)) {
            throw new LaboratoryBroken("The orchestrator was not ready before it met anything");
        }
        cure = Optional.of(obstacle.raise(telling.laboratory()));
        Settling settling = telling.workbench().settling();
        // What it saw while the obstacle came, such as a server that starts, is not what this is about.
        settling.passSince(Instant.now());
        OrchestratorStatus status = settling.until(
                "the orchestrator to say that something is wrong",
                seen -> !seen.problems().isEmpty());
        said = status.problems();
        findings.witness(new Witness("the orchestrator meets an obstacle: " + obstacle, words()));
    }

    /** What it said is about the obstacle, and the hint that belongs to it tells what to do. */
    public void saidWithHint(String word, String remedy) {
        claim("what the orchestrator said").mentions(words(), word);
        String hints = said.stream()
                .filter(problem -> contains(problem.message(), word))
                .map(problem -> Optional.ofNullable(problem.hint()).orElse("nothing"))
                .collect(Collectors.joining(" / "));
        claim("what the orchestrator suggests").mentions(hints, remedy);
    }

    /** Takes the obstacle out of the way; the orchestrator becomes ready and has lost nothing. */
    public Outcome goesOn() {
        cure.ifPresent(Runnable::run);
        cure = Optional.empty();
        claim("whether the orchestrator becomes ready again when the obstacle is gone")
                .isEqual(telling.recovery().settle(false), true);
        return telling.outcome(telling.observe());
    }

    /** Takes the obstacle away whatever happened; harmless when it is gone. */
    void end() {
        cure.ifPresent(Runnable::run);
        cure = Optional.empty();
    }

    private String words() {
        return said.stream().map(OrchestratorStatus.Problem::toString).collect(Collectors.joining(" / "));
    }

    private static boolean contains(String text, String word) {
        return text.toLowerCase(Locale.ROOT).contains(word.toLowerCase(Locale.ROOT));
    }
}
