package dev.firedrill.steps.rehearsal;

import dev.firedrill.environments.wait.Patience;
import dev.firedrill.environments.wait.Wait;
import dev.firedrill.fixtures.porch.Answer;
import dev.firedrill.fixtures.porch.OrchestratorStatus;
import dev.firedrill.fixtures.porch.PorchApi;
import dev.firedrill.steps.laboratory.OrchestratorProcess;
import dev.firedrill.vocabulary.LaboratoryBroken;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Predicate;

/** Waiting for an orchestrator: for a pass that began late enough, for readiness, for a sentence in its status. */
final class Settling {
    /** Complete passes that change nothing and still are not ready, after which waiting longer is in vain. */
    private static final long IDLE_PASSES = 6;

    private final OrchestratorProcess orchestrator;
    private final PorchApi porch;

    Settling(OrchestratorProcess orchestrator, String namespace) {
        this.orchestrator = orchestrator;
        this.porch = api(orchestrator, namespace);
    }

    static PorchApi api(OrchestratorProcess orchestrator, String namespace) {
        return new PorchApi(orchestrator.api(), namespace, java.util.Optional.empty(), Duration.ofSeconds(30));
    }

    /** Waits until a pass over all stores that began after {@code since} is complete, successful or not. */
    OrchestratorStatus passSince(Instant since) {
        return until(
                "a pass of the orchestrator that began after " + since,
                status -> status.passStartedAt().filter(since::isBefore).isPresent()
                        && status.passCompletedAt().isPresent());
    }

    /**
     * Waits until the orchestrator says that it is ready, or shows that it will not be.
     *
     * @return whether it is ready
     */
    boolean readySince(Instant since) {
        long[] first = {-1};
        boolean[] ready = {false};
        until("the orchestrator to be ready since " + since, status -> {
            ready[0] = porch.completedPassSince(since);
            if (first[0] < 0 || status.passChanged()) {
                first[0] = status.passNumber();
            }
            return ready[0] || status.passNumber() - first[0] > IDLE_PASSES;
        });
        return ready[0];
    }

    /** Waits until the status satisfies a condition. */
    OrchestratorStatus until(String what, Predicate<OrchestratorStatus> wanted) {
        Answer<OrchestratorStatus> last = Wait.until(what, Patience.PASS, this::look, answer -> answer instanceof Answer.Done<OrchestratorStatus> done && wanted.test(done.value()));
        return ((Answer.Done<OrchestratorStatus>) last).value();
    }

    private Answer<OrchestratorStatus> look() {
        if (!orchestrator.alive()) {
            throw new LaboratoryBroken("The orchestrator ended by itself. Its log ends:\n" + orchestrator.tail(30));
        }
        return porch.status();
    }
}
