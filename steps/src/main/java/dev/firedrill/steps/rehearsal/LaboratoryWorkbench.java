package dev.firedrill.steps.rehearsal;

import dev.firedrill.fixtures.history.Workbench;
import dev.firedrill.fixtures.ledger.Ledger;
import dev.firedrill.fixtures.porch.PorchApi;
import dev.firedrill.steps.laboratory.Laboratory;
import dev.firedrill.steps.laboratory.OrchestratorProcess;
import dev.firedrill.vocabulary.ClusterAddress;
import dev.firedrill.vocabulary.DatabaseAddress;
import dev.firedrill.vocabulary.GitAddress;
import dev.firedrill.vocabulary.LaboratoryBroken;
import dev.firedrill.vocabulary.RecoveryPoint;
import java.time.Instant;

/** A laboratory as the workload sees it. */
final class LaboratoryWorkbench implements Workbench {
    private final Laboratory laboratory;
    private final OrchestratorProcess orchestrator;
    private final Ledger ledger;

    LaboratoryWorkbench(Laboratory laboratory, OrchestratorProcess orchestrator, Ledger ledger) {
        this.laboratory = laboratory;
        this.orchestrator = orchestrator;
        this.ledger = ledger;
    }

    @Override
    public ClusterAddress cluster() {
        return laboratory.controlPlane().address();
    }

    @Override
    public PorchApi porch() {
        return Settling.api(orchestrator, cluster().namespace());
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
    public void keep(RecoveryPoint point) {
        laboratory.keep(point);
    }

    @Override
    public void settle() {
        if (!new Settling(orchestrator, cluster().namespace()).readySince(Instant.now())) {
            throw new LaboratoryBroken("The history cannot be written because the orchestrator does not become ready: "
                    + porch().status());
        }
    }

    @Override
    public Ledger ledger() {
        return ledger;
    }
}
