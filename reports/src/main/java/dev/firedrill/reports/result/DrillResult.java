package dev.firedrill.reports.result;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.firedrill.model.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Everything that one drill found; the content of {@code result.json}.
 *
 * @param schema the version of the file's layout, {@value #SCHEMA}
 * @param drill the drill's id
 * @param startedAt when the drill began
 * @param finishedAt when it ended, if it did
 * @param seed what its randomness grew from
 * @param verdict the judgement on the whole drill
 * @param environment what stood behind each role
 * @param versions further versions worth keeping, by name, such as image digests
 * @param command what to type in a POSIX shell to repeat the drill
 * @param commit the state of Firedrill itself, with {@code -dirty} where files had been changed since
 * @param planned the ids of all scenarios that were to run, also of those that this result does not hold
 * @param mutants how many deliberately broken recoveries turned the drill red
 * @param notes remarks for the reader, such as what merging shards had to settle
 * @param scenarios what became of each scenario that ran
 */
@JsonPropertyOrder({
    "schema",
    "drill",
    "startedAt",
    "finishedAt",
    "seed",
    "verdict",
    "environment",
    "versions",
    "command",
    "commit",
    "planned",
    "mutants",
    "notes",
    "scenarios"
})
public record DrillResult(
        int schema,
        String drill,
        Instant startedAt,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Instant finishedAt,
        long seed,
        Verdict verdict,
        EnvironmentReport environment,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, String> versions,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String command,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String commit,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> planned,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable MutantReports mutants,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> notes,
        List<ScenarioResult> scenarios) {
    /** The layout that this code writes. */
    public static final int SCHEMA = 3;
    /** The oldest layout that it reads: one without scenarios that do not apply. */
    static final int OLDEST_SCHEMA = 2;

    public DrillResult {
        Objects.requireNonNull(drill, "drill");
        Objects.requireNonNull(startedAt, "startedAt");
        Objects.requireNonNull(verdict, "verdict");
        Objects.requireNonNull(environment, "environment");
        versions = Copies.map(versions);
        planned = Copies.list(planned);
        notes = Copies.list(notes);
        scenarios = Copies.list(scenarios);
    }

    /** Begins the result of a drill; its verdict is inconclusive until one is given. */
    public static DrillResultBuilder builder(String drill, Instant startedAt, EnvironmentReport environment) {
        return new DrillResultBuilder(drill, startedAt, environment);
    }

    /** A builder that holds everything this result holds. */
    public DrillResultBuilder toBuilder() {
        return new DrillResultBuilder(drill, startedAt, environment)
                .finishedAt(finishedAt)
                .seed(seed)
                .verdict(verdict)
                .versions(versions)
                .command(command)
                .commit(commit)
                .planned(planned)
                .mutants(mutants)
                .notes(notes)
                .scenarios(scenarios);
    }

    /** The judgement on {@code scenarios} together, as {@link Verdict#ofAll} says. */
    public static Verdict worstOf(List<ScenarioResult> scenarios) {
        return Verdict.ofAll(scenarios.stream().map(ScenarioResult::verdict).toList());
    }
}
