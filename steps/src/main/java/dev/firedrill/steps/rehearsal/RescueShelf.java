package dev.firedrill.steps.rehearsal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.firedrill.steps.laboratory.Laboratory;
import dev.firedrill.steps.laboratory.RecoveryRun;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The rescue sets as an operator sees and uses them: through the recovery's own command line. */
final class RescueShelf {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Laboratory laboratory;
    private final Optional<String> broken;

    RescueShelf(Laboratory laboratory, Optional<String> broken) {
        this.laboratory = laboratory;
        this.broken = broken;
    }

    /** Every package revision of every set, as {@code rescue show --json} words it. */
    List<JsonNode> revisions() {
        List<JsonNode> all = new ArrayList<>();
        for (JsonNode set : run("rescue", "list", "--json")) {
            run("rescue", "show", set.path("id").asText(), "--json")
                    .path("revisions")
                    .forEach(all::add);
        }
        return all;
    }

    /** Brings all package revisions of all sets back as drafts. */
    void restoreEverything() {
        for (JsonNode set : run("rescue", "list", "--json")) {
            run("rescue", "restore", set.path("id").asText(), "--json");
        }
    }

    private JsonNode run(String... command) {
        RecoveryRun run = laboratory.run(broken, command);
        if (run.exitCode() != 0) {
            throw new AssertionError("'firedrill " + String.join(" ", Arrays.asList(command)) + "' ended with code "
                    + run.exitCode() + ": " + run.output());
        }
        try {
            return JSON.readTree(run.json());
        } catch (JsonProcessingException e) {
            throw new AssertionError(
                    "'firedrill " + String.join(" ", command) + "' did not print JSON: " + run.output(), e);
        }
    }
}
