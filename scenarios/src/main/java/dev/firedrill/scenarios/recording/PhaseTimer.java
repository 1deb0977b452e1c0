package dev.firedrill.scenarios.recording;

import dev.firedrill.reports.result.RecoveryTimeObjective;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** Measures a recovery phase by phase, from the moment of the disaster. */
public final class PhaseTimer {
    private final ScenarioRecorder recorder;
    private final Instant failedAt;
    private final Map<String, Duration> phases = new LinkedHashMap<>();

    public PhaseTimer(ScenarioRecorder recorder, Instant failedAt) {
        this.recorder = recorder;
        this.failedAt = failedAt;
    }

    /** The moment of the disaster. */
    Instant failedAt() {
        return failedAt;
    }

    /** Does one thing of a phase; a phase may have several. */
    public void measure(String phase, String store, String what, Runnable work) {
        measured(phase, store, what, () -> {
            work.run();
            return what;
        });
    }

    /** The same for work with a result. */
    public <T> T measured(String phase, String store, String what, Supplier<T> work) {
        Instant began = Instant.now();
        long from = System.nanoTime();
        boolean ended = false;
        recorder.begins(phase, store, what);
        try {
            T result = work.get();
            ended = true;
            return result;
        } finally {
            Duration took = Duration.ofNanos(System.nanoTime() - from);
            phases.merge(phase, took, Duration::plus);
            recorder.event(began, phase, store, ended ? what : what + ": broken off", took);
        }
    }

    /** The whole time from the disaster until now, with its phases. */
    public RecoveryTimeObjective objective() {
        return new RecoveryTimeObjective(null, Duration.between(failedAt, Instant.now()), phases);
    }
}
