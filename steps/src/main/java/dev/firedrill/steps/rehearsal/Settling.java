package dev.firedrill.steps.rehearsal;

import dev.firedrill.environments.wait.Patience;
import dev.firedrill.environments.wait.Wait;
import dev.firedrill.fixtures.porch.Answer;
import dev.firedrill.fixtures.porch.OrchestratorStatus;
import dev.firedrill.fixtures.porch.PorchApi;
import dev.firedrill.steps.laboratory.OrchestratorProcess;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Waiting for an orchestrator: for a pass that began late enough, for readiness, for something in its status. */
final class Settling {
    /** Complete passes that change nothing and still end unready, after which waiting longer is in vain. */
    private static final int VAIN_PASSES = 8;

    private final OrchestratorProcess orchestrator;
    private final PorchApi porch;

    Settling(OrchestratorProcess orchestrator, PorchApi porch) {
        this.orchestrator = orchestrator;
        this.porch = porch;
    }

    /** Waits until a pass over all stores that began after {@code since} is complete, whatever it found. */
    OrchestratorStatus passSince(Instant since) {
        return until(
                "a pass of the orchestrator that began after " + since, status -> beganAfter(since, status.pass()));
    }

    /**
     * Waits until the orchestrator says that it is ready, or has shown for long enough that it will not be.
     *
     * @return whether it is ready
     */
    boolean readySince(Instant since) {
        AtomicLong lastThatChanged = new AtomicLong(-1);
        until("the orchestrator to be ready", status -> {
            if (porch.completedPassSince(since)) {
                return true;
            }
            OrchestratorStatus.Pass pass = status.pass();
            if (pass != null && (pass.changed() || lastThatChanged.get() < 0)) {
                lastThatChanged.set(pass.number());
            }
            return pass != null && pass.number() - lastThatChanged.get() > VAIN_PASSES;
        });
        return porch.completedPassSince(since);
    }

    /**
     * Waits until the status satisfies a condition. The orchestrator is asked for a pass, and for another one whenever that
     * is complete, so that nobody waits for its next poll and it does nothing that nobody waits for.
     *
     * @throws AssertionError when the orchestrator ends by itself, which a recovery must not do
     */
    OrchestratorStatus until(String what, Predicate<OrchestratorStatus> wanted) {
        Asking asking = new Asking();
        return Wait.until(
                        what,
                        Patience.PASS,
                        asking::look,
                        seen -> seen.result().filter(wanted).isPresent())
                .result()
                .orElseThrow();
    }

    private static boolean beganAfter(Instant moment, OrchestratorStatus.@Nullable Pass pass) {
        return pass != null
                && pass.completedAt() != null
                && pass.startedAt() != null
                && Instant.parse(pass.startedAt()).isAfter(moment);
    }

    /** Looks at the orchestrator and keeps exactly one pass asked for. */
    private final class Asking {
        private Instant asked = Instant.now();
        private Answer<OrchestratorStatus> seen = new Answer.Unknown<>("nobody looked yet");

        Answer<OrchestratorStatus> look() {
            if (!orchestrator.alive()) {
                throw new AssertionError("The orchestrator ended by itself. Its log ends:\n" + orchestrator.tail(30));
            }
            if (seen.result().filter(status -> beganAfter(asked, status.pass())).isPresent()) {
                asked = Instant.now();
            }
            porch.completedPassSince(asked);
            seen = porch.status();
            return seen;
        }
    }
}
