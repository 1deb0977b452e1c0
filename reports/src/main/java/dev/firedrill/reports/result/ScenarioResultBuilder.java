package dev.firedrill.reports.result;

import dev.firedrill.model.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Collects what became of a scenario, piece by piece; ends in a {@link ScenarioResult}. Not safe for use by several
 * threads.
 */
public final class ScenarioResultBuilder {
    private final String id;
    private final String feature;
    private final String name;
    private String rule = "";
    private List<String> tags = List.of();
    private Verdict verdict = Verdict.INCONCLUSIVE;
    private DisasterReport disaster = DisasterReport.none();
    private @Nullable Counts counts;
    private Loss loss = Loss.nothingCompared();
    private List<CheckFinding> findings = List.of();
    private List<NotClaimed> notClaimed = List.of();
    private RecoveryPointObjective rpo = RecoveryPointObjective.unmeasured();
    private RecoveryTimeObjective rto = RecoveryTimeObjective.unmeasured();
    private List<WitnessReport> witnesses = List.of();
    private @Nullable String failure;
    private @Nullable Instant startedAt;
    private @Nullable Duration duration;
    private int attempt = 1;
    private @Nullable String description;
    private @Nullable String gherkin;
    private List<StepResult> steps = List.of();
    private List<TimelineEntry> timeline = List.of();
    private @Nullable MatrixCell matrix;
    private @Nullable CrashPointCount crashPoints;
    private List<Evidence> evidence = List.of();
    private @Nullable String repeat;

    ScenarioResultBuilder(String id, String feature, String name) {
        this.id = id;
        this.feature = feature;
        this.name = name;
    }

    ScenarioResultBuilder(ScenarioResult from) {
        this(from.id(), from.feature(), from.name());
        rule = from.rule();
        tags = from.tags();
        verdict = from.verdict();
        disaster = from.disaster();
        counts = from.counts();
        loss = from.loss();
        findings = from.findings();
        notClaimed = from.notClaimed();
        rpo = from.rpo();
        rto = from.rto();
        witnesses = from.witnesses();
        failure = from.failure();
        startedAt = from.startedAt();
        duration = from.duration();
        attempt = from.attempt();
        description = from.description();
        gherkin = from.gherkin();
        steps = from.steps();
        timeline = from.timeline();
        matrix = from.matrix();
        crashPoints = from.crashPoints();
        evidence = from.evidence();
        repeat = from.repeat();
    }

    public ScenarioResultBuilder rule(String value) {
        rule = value;
        return this;
    }

    public ScenarioResultBuilder tags(List<String> value) {
        tags = value;
        return this;
    }

    public ScenarioResultBuilder verdict(Verdict value) {
        verdict = value;
        return this;
    }

    public ScenarioResultBuilder disaster(DisasterReport value) {
        disaster = value;
        return this;
    }

    public ScenarioResultBuilder counts(@Nullable Counts value) {
        counts = value;
        return this;
    }

    public ScenarioResultBuilder loss(Loss value) {
        loss = value;
        return this;
    }

    public ScenarioResultBuilder findings(List<CheckFinding> value) {
        findings = value;
        return this;
    }

    public ScenarioResultBuilder notClaimed(List<NotClaimed> value) {
        notClaimed = value;
        return this;
    }

    public ScenarioResultBuilder rpo(RecoveryPointObjective value) {
        rpo = value;
        return this;
    }

    public ScenarioResultBuilder rto(RecoveryTimeObjective value) {
        rto = value;
        return this;
    }

    public ScenarioResultBuilder witnesses(List<WitnessReport> value) {
        witnesses = value;
        return this;
    }

    public ScenarioResultBuilder failure(@Nullable String value) {
        failure = value;
        return this;
    }

    public ScenarioResultBuilder startedAt(@Nullable Instant value) {
        startedAt = value;
        return this;
    }

    public ScenarioResultBuilder duration(@Nullable Duration value) {
        duration = value;
        return this;
    }

    public ScenarioResultBuilder attempt(int value) {
        attempt = value;
        return this;
    }

    public ScenarioResultBuilder description(@Nullable String value) {
        description = value;
        return this;
    }

    public ScenarioResultBuilder gherkin(@Nullable String value) {
        gherkin = value;
        return this;
    }

    public ScenarioResultBuilder steps(List<StepResult> value) {
        steps = value;
        return this;
    }

    public ScenarioResultBuilder timeline(List<TimelineEntry> value) {
        timeline = value;
        return this;
    }

    public ScenarioResultBuilder matrix(@Nullable MatrixCell value) {
        matrix = value;
        return this;
    }

    public ScenarioResultBuilder crashPoints(@Nullable CrashPointCount value) {
        crashPoints = value;
        return this;
    }

    public ScenarioResultBuilder repeat(@Nullable String value) {
        repeat = value;
        return this;
    }

    public ScenarioResultBuilder evidence(List<Evidence> value) {
        evidence = value;
        return this;
    }

    /** The finished record. */
    public ScenarioResult build() {
        return new ScenarioResult(
                id,
                feature,
                rule,
                name,
                tags,
                verdict,
                disaster,
                counts,
                loss,
                findings,
                notClaimed,
                rpo,
                rto,
                witnesses,
                failure,
                startedAt,
                duration,
                attempt,
                description,
                gherkin,
                steps,
                timeline,
                matrix,
                crashPoints,
                evidence,
                repeat);
    }
}
