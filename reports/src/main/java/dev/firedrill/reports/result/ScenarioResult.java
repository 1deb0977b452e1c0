package dev.firedrill.reports.result;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.firedrill.model.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What became of one scenario.
 *
 * @param id {@code <feature path>#<name>}, of an outline with {@code [<values of the example>]}
 * @param feature the feature's name
 * @param rule the rule's name, empty when the scenario stands under none
 * @param name the scenario's name
 * @param tags its tags, each with its {@code @}
 * @param verdict the judgement on it
 * @param disaster the fate of each store
 * @param counts the package revisions after recovery; null when the end state was never read
 * @param loss what survived and what did not
 * @param findings what the checks hold against the recovery
 * @param notClaimed what was not claimed, because the system has no way to show it
 * @param rpo how much time of writing was lost
 * @param rto how long the recovery took
 * @param witnesses the proofs that the disaster happened
 * @param failure why the scenario did not hold; null when it did
 * @param startedAt when it began
 * @param duration how long it took, environment work included
 * @param attempt which try this is, from 1
 * @param description the feature's free text
 * @param gherkin the scenario as it stands in the feature file
 * @param steps the steps with their outcomes
 * @param timeline what happened when
 * @param matrix its place in the skew matrix, if it has one
 * @param crashPoints how often the recovery was interrupted, if it was
 * @param evidence files kept for the reader
 * @param repeat what to type in a POSIX shell to run this scenario alone
 */
@JsonPropertyOrder({
    "id",
    "feature",
    "rule",
    "name",
    "tags",
    "verdict",
    "disaster",
    "counts",
    "loss",
    "findings",
    "notClaimed",
    "rpo",
    "rto",
    "witnesses",
    "failure",
    "startedAt",
    "duration",
    "attempt",
    "description",
    "gherkin",
    "steps",
    "timeline",
    "matrix",
    "crashPoints",
    "evidence",
    "repeat"
})
public record ScenarioResult(
        String id,
        String feature,
        String rule,
        String name,
        List<String> tags,
        Verdict verdict,
        DisasterReport disaster,
        @Nullable Counts counts,
        Loss loss,
        List<CheckFinding> findings,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<NotClaimed> notClaimed,
        RecoveryPointObjective rpo,
        RecoveryTimeObjective rto,
        List<WitnessReport> witnesses,
        @Nullable String failure,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Instant startedAt,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Duration duration,
        int attempt,

        @JsonInclude(JsonInclude.Include.NON_EMPTY) @Nullable String description,

        @JsonInclude(JsonInclude.Include.NON_EMPTY) @Nullable String gherkin,

        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<StepResult> steps,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<TimelineEntry> timeline,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable MatrixCell matrix,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable CrashPointCount crashPoints,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Evidence> evidence,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String repeat) {
    public ScenarioResult {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(feature, "feature");
        Objects.requireNonNull(rule, "rule");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(verdict, "verdict");
        Objects.requireNonNull(disaster, "disaster");
        Objects.requireNonNull(loss, "loss");
        Objects.requireNonNull(rpo, "rpo");
        Objects.requireNonNull(rto, "rto");
        tags = Copies.list(tags);
        findings = Copies.list(findings);
        notClaimed = Copies.list(notClaimed);
        witnesses = Copies.list(witnesses);
        attempt = Math.max(1, attempt);
        steps = Copies.list(steps);
        timeline = Copies.list(timeline);
        evidence = Copies.list(evidence);
    }

    /** How many things the rules forbid: objects that are not what they want, and findings of checks. */
    public int forbidden() {
        return loss.forbidden() + findings.size();
    }

    /** Begins the result of a scenario: nothing happened, nothing was measured, inconclusive. */
    public static ScenarioResultBuilder builder(String id, String feature, String name) {
        return new ScenarioResultBuilder(id, feature, name);
    }

    /** A builder that holds everything this result holds. */
    public ScenarioResultBuilder toBuilder() {
        return new ScenarioResultBuilder(this);
    }
}
