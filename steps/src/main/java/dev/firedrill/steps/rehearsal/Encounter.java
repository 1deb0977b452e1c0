package dev.firedrill.steps.rehearsal;

import static dev.firedrill.steps.rehearsal.Claim.claim;

import dev.firedrill.fixtures.porch.OrchestratorStatus;
import dev.firedrill.steps.drill.ScenarioFindings;
import dev.firedrill.vocabulary.LaboratoryBroken;
import dev.firedrill.vocabulary.Witness;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** An orchestrator at the end of a history meets an obstacle, says so, and goes on when the obstacle is gone. */
public final class Encounter {
    private final Telling telling;
    private final ScenarioFindings findings;
    private Optional<Runnable> cure = Optional.empty();
    private List<String> said = List.of();

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
                seen -> !sentences(seen).isEmpty());
        said = sentences(status);
        findings.witness(new Witness("the orchestrator meets an obstacle: " + obstacle, String.join(" ", said)));
    }

    /** What it said is about the obstacle, and tells what to do. */
    public void saidWithHint(String word) {
        Optional<String> about = said.stream()
                .filter(sentence -> sentence.toLowerCase(Locale.ROOT).contains(word.toLowerCase(Locale.ROOT)))
                .findFirst();
        claim("what the orchestrator said").mentions(String.join(" / ", said), word);
        claim("whether '" + about.orElse("") + "' has a hint")
                .isEqual(about.filter(Encounter::hasHint).isPresent(), true);
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

    /** A hint tells a person what to do or to look at, after the fact that it belongs to. */
    private static boolean hasHint(String sentence) {
        return sentence.matches(
                "(?s).*[;:.,(] ?(see|check|give|install|apply|put|use|set|restore|correct|start|look|wait|make|create|run|load|is|it goes on).*");
    }

    private static List<String> sentences(OrchestratorStatus status) {
        Stream<String> conditions = status.repositories().stream()
                .filter(repository -> !repository.ready())
                .map(repository -> repository.message())
                .filter(Objects::nonNull);
        Stream<String> problems = status.problems().stream().map(problem -> problem.asText(problem.toString()));
        return Stream.concat(problems, conditions).distinct().toList();
    }
}
