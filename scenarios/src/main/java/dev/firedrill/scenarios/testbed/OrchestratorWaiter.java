package dev.firedrill.scenarios.testbed;

import dev.firedrill.environments.system.OrchestratorProcess;
import dev.firedrill.environments.wait.Patience;
import dev.firedrill.environments.wait.Wait;
import dev.firedrill.model.EnvironmentFailure;
import dev.firedrill.workload.porch.Answer;
import dev.firedrill.workload.porch.OrchestratorStatus;
import dev.firedrill.workload.porch.PorchApi;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;

/** Waiting for an orchestrator: for a pass that began late enough, for readiness, for something in its status. */
public final class OrchestratorWaiter {
    /** Complete passes that change nothing and still end unready, after which waiting longer is in vain. */
    private static final int VAIN_PASSES = 8;

    /** How often the stores are looked at meanwhile; for a container that is a question to the engine. */
    private static final Duration BETWEEN_ROUNDS = Duration.ofSeconds(1);

    private final Environment laboratory;
    private final OrchestratorProcess orchestrator;
    private final PorchApi porch;
    private Instant lastRound = Instant.now();

    OrchestratorWaiter(Environment laboratory, PorchApi porch) {
        this.laboratory = laboratory;
        this.orchestrator =
                laboratory.orchestrator().orElseThrow(() -> new IllegalStateException("no orchestrator was started"));
        this.porch = porch;
    }

    /** Waits until a pass over all stores that began after {@code since} is complete, whatever it found. */
    public OrchestratorStatus passSince(Instant since) {
        // Asked for one, the orchestrator does not wait for its next poll.
        porch.completedPassSince(since);
        return until(
                "a pass of the orchestrator that began after " + since,
                status -> status.pass() != null
                        && status.pass().completedAt() != null
                        && status.pass().startedAt() != null
                        && Instant.parse(status.pass().startedAt()).isAfter(since));
    }

    /**
     * Waits until the orchestrator says that it is ready, or has shown for long enough that it will not be.
     *
     * @return whether it is ready
     */
    public boolean readySince(Instant since) {
        AtomicLong lastThatChanged = new AtomicLong(-1);
        AtomicBoolean ready = new AtomicBoolean();
        until("the orchestrator to be ready", status -> {
            if (porch.completedPassSince(since)) {
                // Not asked again: what it wrote about itself may have told it to look once more since.
                ready.set(true);
                return true;
            }
            OrchestratorStatus.Pass pass = status.pass();
            if (pass != null && (pass.changed() || lastThatChanged.get() < 0)) {
                lastThatChanged.set(pass.number());
            }
            return pass != null && pass.number() - lastThatChanged.get() > VAIN_PASSES;
        });
        return ready.get();
    }

    /**
     * Waits until the status satisfies a condition.
     *
     * @throws AssertionError when the orchestrator ends by itself, which a recovery must not do
     * @throws EnvironmentFailure when a store ends by itself, for which the orchestrator must not be blamed
     */
    public OrchestratorStatus until(String what, Predicate<OrchestratorStatus> wanted) {
        return Wait.until(
                        what,
                        Patience.PASS,
                        this::look,
                        seen -> seen.result().filter(wanted).isPresent())
                .result()
                .orElseThrow();
    }

    private Answer<OrchestratorStatus> look() {
        if (!orchestrator.alive()) {
            throw new AssertionError("The orchestrator ended by itself. Its log ends:\n" + orchestrator.tail(30));
        }
        Instant now = Instant.now();
        if (lastRound.plus(BETWEEN_ROUNDS).isBefore(now)) {
            lastRound = now;
            laboratory.endedByItself().ifPresent(what -> {
                throw new EnvironmentFailure(what);
            });
        }
        return porch.status();
    }
}
