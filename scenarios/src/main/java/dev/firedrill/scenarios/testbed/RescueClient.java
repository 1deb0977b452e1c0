package dev.firedrill.scenarios.testbed;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.firedrill.environments.system.RecoveryRun;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The rescue sets since a disaster as an operator sees and uses them: through the recovery's own command line. */
public final class RescueClient {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Environment laboratory;
    private final Optional<String> broken;
    private final Instant since;

    /** @param since from when on; what was taken out before is of no interest */
    public RescueClient(Environment laboratory, Optional<String> broken, Instant since) {
        this.laboratory = laboratory;
        this.broken = broken;
        this.since = since;
    }

    /**
     * A package revision that was brought back.
     *
     * @param was the name under which it was taken out
     * @param now the name of the draft that it is now
     */
    public record Returned(String was, String now) {}

    /** The sets by the ids that an operator names them by. */
    public List<String> sets() {
        List<String> ids = new ArrayList<>();
        for (JsonNode set : run("rescue", "list", "--json")) {
            if (Instant.parse(set.path("openedAt").asText()).isAfter(since)) {
                ids.add(set.path("id").asText());
            }
        }
        return ids;
    }

    /** Every package revision of every set, as {@code rescue show --json} words it. */
    public List<JsonNode> revisions() {
        List<JsonNode> all = new ArrayList<>();
        for (String set : sets()) {
            run("rescue", "show", set, "--json").forEach(all::add);
        }
        return all;
    }

    /** Brings all package revisions of some sets back as drafts; a set that is gone brings nothing. */
    public List<Returned> restore(List<String> sets) {
        List<Returned> back = new ArrayList<>();
        for (String set : sets) {
            run("rescue", "restore", set, "--json")
                    .forEach(each -> back.add(new Returned(
                            each.path("was").asText(), each.path("now").asText())));
        }
        return back;
    }

    /** What the command says when it does not bring {@code set} back; empty when it does. */
    public Optional<String> refusalToRestore(String set) {
        RecoveryRun run = laboratory.run(broken, "rescue", "restore", set, "--json");
        return run.exitCode() == 0 ? Optional.empty() : Optional.of(run.output());
    }

    private JsonNode run(String... command) {
        RecoveryRun run = laboratory.run(broken, command);
        String line = "'firedrill " + String.join(" ", Arrays.asList(command)) + "'";
        if (run.exitCode() != 0) {
            throw new AssertionError(line + " ended with code " + run.exitCode() + ": " + run.output());
        }
        try {
            return JSON.readTree(run.json());
        } catch (JsonProcessingException e) {
            throw new AssertionError(line + " did not print JSON: " + run.output(), e);
        }
    }
}
