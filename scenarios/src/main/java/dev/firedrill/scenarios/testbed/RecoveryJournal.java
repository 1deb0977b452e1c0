package dev.firedrill.scenarios.testbed;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.firedrill.environments.wait.Patience;
import dev.firedrill.environments.wait.Wait;
import dev.firedrill.model.EnvironmentFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The journal that a recovery process writes, a line a step. */
public final class RecoveryJournal {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path file;

    public RecoveryJournal(Path file) {
        this.file = file;
    }

    /** All steps so far. */
    public List<RecoveryStep> steps() {
        List<RecoveryStep> steps = new ArrayList<>();
        // A line that is being written has no end yet.
        String text = text();
        text.substring(0, text.lastIndexOf('\n') + 1).lines().forEach(line -> steps.add(step(line)));
        return steps;
    }

    /** The steps up to the end of the last pass that changed something; those that follow only look. */
    public List<RecoveryStep> stepsThatMatter() {
        List<RecoveryStep> all = steps();
        int last = -1;
        for (int i = 0; i < all.size(); i++) {
            last = all.get(i).changes() ? i : last;
        }
        return all.subList(0, Math.min(all.size(), last + 2));
    }

    /** Waits until the step of this number was taken, and says which it was. */
    public RecoveryStep await(int number) {
        return Wait.until(
                        "step " + number + " of the recovery",
                        Patience.PASS,
                        this::steps,
                        steps -> steps.size() >= number)
                .get(number - 1);
    }

    private String text() {
        try {
            return Files.exists(file) ? Files.readString(file) : "";
        } catch (IOException e) {
            throw new EnvironmentFailure("The journal " + file + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static RecoveryStep step(String line) {
        try {
            JsonNode step = JSON.readTree(line);
            return new RecoveryStep(
                    step.path("n").asInt(),
                    step.path("step").asText(),
                    step.path("subject").asText());
        } catch (JsonProcessingException e) {
            throw new EnvironmentFailure("The journal of the recovery has a line that is no JSON: " + line, e);
        }
    }
}
