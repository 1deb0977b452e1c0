package dev.firedrill.reports.result;

import dev.firedrill.model.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Collects what a drill found, piece by piece; ends in a {@link DrillResult}. Not safe for use by several threads. */
public final class DrillResultBuilder {
    private final String drill;
    private final Instant startedAt;
    private final EnvironmentReport environment;
    private @Nullable Instant finishedAt;
    private long seed;
    private Verdict verdict = Verdict.INCONCLUSIVE;
    private Map<String, String> versions = Map.of();
    private @Nullable String command;
    private @Nullable String commit;
    private List<String> planned = List.of();
    private @Nullable MutantReports mutants;
    private List<String> notes = List.of();
    private List<ScenarioResult> scenarios = List.of();

    DrillResultBuilder(String drill, Instant startedAt, EnvironmentReport environment) {
        this.drill = drill;
        this.startedAt = startedAt;
        this.environment = environment;
    }

    public DrillResultBuilder finishedAt(@Nullable Instant value) {
        finishedAt = value;
        return this;
    }

    public DrillResultBuilder seed(long value) {
        seed = value;
        return this;
    }

    public DrillResultBuilder verdict(Verdict value) {
        verdict = value;
        return this;
    }

    public DrillResultBuilder versions(Map<String, String> value) {
        versions = value;
        return this;
    }

    public DrillResultBuilder command(@Nullable String value) {
        command = value;
        return this;
    }

    public DrillResultBuilder commit(@Nullable String value) {
        commit = value;
        return this;
    }

    public DrillResultBuilder planned(List<String> value) {
        planned = value;
        return this;
    }

    public DrillResultBuilder mutants(@Nullable MutantReports value) {
        mutants = value;
        return this;
    }

    public DrillResultBuilder notes(List<String> value) {
        notes = value;
        return this;
    }

    public DrillResultBuilder scenarios(List<ScenarioResult> value) {
        scenarios = value;
        return this;
    }

    /** The finished record. */
    public DrillResult build() {
        return new DrillResult(
                DrillResult.SCHEMA,
                drill,
                startedAt,
                finishedAt,
                seed,
                verdict,
                environment,
                versions,
                command,
                commit,
                planned,
                mutants,
                notes,
                scenarios);
    }
}
