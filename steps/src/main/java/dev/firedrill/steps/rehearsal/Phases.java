package dev.firedrill.steps.rehearsal;

import dev.firedrill.reports.result.RecoveryTimeObjective;
import dev.firedrill.steps.drill.ScenarioFindings;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** Measures a recovery phase by phase, from the moment of the disaster. */
final class Phases {
    private final ScenarioFindings findings;
    private final Instant failedAt;
    private final Map<String, Duration> phases = new LinkedHashMap<>();

    Phases(ScenarioFindings findings, Instant failedAt) {
        this.findings = findings;
        this.failedAt = failedAt;
    }

    /** The moment of the disaster. */
    Instant failedAt() {
        return failedAt;
    }

    /** Does one thing of a phase; a phase may have several. */
    void measure(String phase, String store, String what, Runnable work) {
        measured(phase, store, what, () -> {
            work.run();
            return what;
        });
    }

    /** The same for work with a result. */
    <T> T measured(String phase, String store, String what, Supplier<T> work) {
        Instant began = Instant.now();
        long from = System.nanoTime();
        boolean ended = false;
        findings.begins(phase, store, what);
        try {
            T result = work.get();
            ended = true;
            return result;
        } finally {
            Duration took = Duration.ofNanos(System.nanoTime() - from);
            phases.merge(phase, took, Duration::plus);
            findings.event(began, phase, store, ended ? what : what + ": broken off", took);
        }
    }

    /** The whole time from the disaster until now, with its phases. */
    RecoveryTimeObjective objective() {
        return new RecoveryTimeObjective(null, Duration.between(failedAt, Instant.now()), phases);
    }
}
