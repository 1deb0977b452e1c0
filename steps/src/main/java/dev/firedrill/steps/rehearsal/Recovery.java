package dev.firedrill.steps.rehearsal;

import dev.firedrill.fixtures.gitops.GitOps;
import dev.firedrill.fixtures.gitops.Rollout;
import dev.firedrill.fixtures.history.Story;
import dev.firedrill.fixtures.porch.OrchestratorStatus;
import dev.firedrill.steps.laboratory.Laboratory;
import dev.firedrill.steps.laboratory.OrchestratorOptions;
import dev.firedrill.steps.laboratory.RecoveryRun;
import dev.firedrill.vocabulary.RecoveryPoint;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What operators, GitOps and the orchestrator do after a disaster until the system is whole again. */
final class Recovery {
    /** GitOps applies this many objects before it waits; the peer's batches are as large. */
    private static final int BATCH = 20;

    private final Bench bench;
    private final Laboratory laboratory;

    Recovery(Bench bench) {
        this.bench = bench;
        this.laboratory = bench.laboratory();
    }

    /** Starts a new orchestrator unless one runs. */
    void startOrchestrator(OrchestratorOptions options) {
        if (laboratory.orchestrator().filter(one -> one.alive()).isEmpty()) {
            laboratory.startOrchestrator(options);
        }
    }

    /** Applies the manifests as of the disaster to a cluster that has none. */
    void applyManifests(Story story) {
        try (KubernetesClient client = Clients.of(laboratory.controlPlane().address())) {
            new GitOps(client).apply(Rollout.repositoriesFirst(story.manifests(RecoveryPoint.DISASTER), BATCH));
        }
    }

    /**
     * Waits until the system is whole; removals that await confirmation are confirmed, as an operator who knows of the
     * disaster does.
     *
     * @return whether the orchestrator says that it is ready
     */
    boolean settle(Instant since, boolean confirm) {
        Settling settling = settling();
        OrchestratorStatus status = settling.passSince(since);
        if (confirm && !status.awaitingConfirmation().isEmpty()) {
            confirm(status);
            since = Instant.now();
        }
        return settling.readySince(since);
    }

    /** Waits until another pass has gone over everything. */
    void anotherPass() {
        settling().passSince(Instant.now());
    }

    Settling settling() {
        return new Settling(
                laboratory.orchestrator().orElseThrow(),
                laboratory.controlPlane().address().namespace());
    }

    private void confirm(OrchestratorStatus status) {
        List<String> command = new ArrayList<>(List.of("recover"));
        status.awaitingConfirmation()
                .forEach(removal ->
                        command.addAll(List.of("--confirm-removal", removal.repository() + "=" + removal.token())));
        RecoveryRun run = laboratory.run(bench.orchestrator().broken(), command.toArray(String[]::new));
        if (run.exitCode() != 0) {
            throw new AssertionError("The confirmed recovery ended with " + run.exitCode() + ": " + run.output());
        }
    }
}
