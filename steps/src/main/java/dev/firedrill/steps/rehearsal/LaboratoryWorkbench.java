package dev.firedrill.steps.rehearsal;

import dev.firedrill.fixtures.history.Workbench;
import dev.firedrill.fixtures.ledger.Ledger;
import dev.firedrill.fixtures.porch.PorchApi;
import dev.firedrill.steps.laboratory.Laboratory;
import dev.firedrill.vocabulary.ClusterAddress;
import dev.firedrill.vocabulary.DatabaseAddress;
import dev.firedrill.vocabulary.GitAddress;
import dev.firedrill.vocabulary.RecoveryPoint;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** A laboratory as the workload sees it. */
final class LaboratoryWorkbench implements Workbench {
    private static final Duration CALL = Duration.ofSeconds(30);

    private final Laboratory laboratory;
    private final Ledger ledger;
    private final PorchApi porch;

    LaboratoryWorkbench(Laboratory laboratory, Ledger ledger) {
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
    Settling settling() {
        return new Settling(laboratory, porch);
    }
}
