package dev.firedrill.scenarios.testbed;

import dev.firedrill.model.ClusterAddress;
import dev.firedrill.model.DatabaseAddress;
import dev.firedrill.model.GitAddress;
import dev.firedrill.model.RecoveryPoint;
import dev.firedrill.workload.history.WorkloadTarget;
import dev.firedrill.workload.ledger.Ledger;
import dev.firedrill.workload.porch.PorchApi;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** A laboratory as the workload sees it. */
public final class TestbedWorkloadTarget implements WorkloadTarget {
    private static final Duration CALL = Duration.ofSeconds(30);

    private final Environment laboratory;
    private final Ledger ledger;
    private final PorchApi porch;

    public TestbedWorkloadTarget(Environment laboratory, Ledger ledger) {
        this.laboratory = laboratory;
        this.ledger = ledger;
        this.porch = new PorchApi(
                laboratory.orchestratorApi(),
                laboratory.controlPlane().address().namespace(),
                Optional.empty(),
                CALL);
    }

    @Override
    public ClusterAddress cluster() {
        return laboratory.controlPlane().address();
    }

    @Override
    public boolean clusterIsShared() {
        return laboratory.controlPlane().isShared();
    }

    @Override
    public PorchApi porch() {
        return porch;
    }

    @Override
    public GitAddress gitAsSeenByOrchestrator() {
        return laboratory.gitForOrchestrator();
    }

    @Override
    public GitAddress git() {
        return laboratory.git().address();
    }

    @Override
    public DatabaseAddress database() {
        return laboratory.database().address();
    }

    @Override
    public void createGitRepository(String name) {
        laboratory.git().create(name);
    }

    @Override
    public boolean setGitRef(Set<String> repositories, String ref, String id) {
        return laboratory.git().setRef(repositories, ref, id);
    }

    @Override
    public void keep(RecoveryPoint point) {
        laboratory.keep(point);
    }

    @Override
    public void settle() {
        // Nothing has happened to any store yet, so that there is no reason why it should not become ready.
        Instant since = Instant.now();
        settling()
                .until(
                        "the orchestrator to be ready for more of the history",
                        status -> porch.completedPassSince(since));
    }

    @Override
    public Ledger ledger() {
        return ledger;
    }

    /** Waiting for the orchestrator that runs now. */
    public OrchestratorWaiter settling() {
        return new OrchestratorWaiter(laboratory, porch);
    }
}
