package dev.firedrill.environments.system.shipped;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.firedrill.environments.role.system.JournalStep;
import dev.firedrill.environments.role.system.Journals;
import dev.firedrill.model.EnvironmentFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The journals that processes of the recovery write, a line of JSON a step. */
final class ShippedJournals implements Journals {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path orchestrator;
    private final Path confirmation;

    ShippedJournals(Path orchestrator, Path confirmation) {
        this.orchestrator = orchestrator;
        this.confirmation = confirmation;
    }

    @Override
    public List<JournalStep> steps() {
        return read(orchestrator);
    }

    @Override
    public List<JournalStep> stepsOfConfirmation() {
        return read(confirmation);
    }

    @Override
    public void forgetConfirmation() {
        try {
            Files.deleteIfExists(confirmation);
        } catch (IOException e) {
            throw new EnvironmentFailure(confirmation + " cannot be removed: " + e.getMessage(), e);
        }
    }

    @Override
    public Path file() {
        return orchestrator;
    }

    private static List<JournalStep> read(Path file) {
        List<JournalStep> steps = new ArrayList<>();
        // A line that is being written has no end yet.
        String text = text(file);
        text.substring(0, text.lastIndexOf('\n') + 1).lines().forEach(line -> steps.add(step(line)));
        return steps;
    }

    private static String text(Path file) {
        try {
            return Files.exists(file) ? Files.readString(file) : "";
        } catch (IOException e) {
            throw new EnvironmentFailure("The journal " + file + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static JournalStep step(String line) {
        try {
            JsonNode step = JSON.readTree(line);
            return new JournalStep(
                    step.path("n").asInt(),
                    step.path("step").asText(),
                    step.path("subject").asText());
        } catch (JsonProcessingException e) {
            throw new EnvironmentFailure("The journal of the recovery has a line that is no JSON: " + line, e);
        }
    }
}
