package dev.firedrill.scenarios.testbed;

import dev.firedrill.environments.role.system.Settlement;
import dev.firedrill.environments.role.system.SystemUnderTest;
import dev.firedrill.model.ClusterAddress;
import dev.firedrill.model.DatabaseAddress;
import dev.firedrill.model.GitAddress;
import dev.firedrill.model.RecoveryPoint;
import dev.firedrill.workload.history.WorkloadTarget;
import dev.firedrill.workload.ledger.Ledger;
import dev.firedrill.workload.porch.PorchApi;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/** An environment as the workload sees it. */
public final class TestbedWorkloadTarget implements WorkloadTarget {
    private static final Duration CALL = Duration.ofSeconds(30);

    private final Environment environment;
    private final SystemUnderTest system;
    private final Ledger ledger;
    private final PorchApi porch;

    /** @param system the system that the workload asks */
    public TestbedWorkloadTarget(Environment environment, SystemUnderTest system, Ledger ledger) {
        this.environment = environment;
        this.system = system;
        this.ledger = ledger;
        this.porch = new PorchApi(
                system.api().base(),
                environment.controlPlane().address().namespace(),
                system.api().token(),
                system.api().trust(),
                CALL);
    }

    @Override
    public ClusterAddress cluster() {
        return environment.controlPlane().address();
    }

    @Override
    public boolean clusterIsShared() {
        return environment.controlPlane().isShared();
    }

    @Override
    public PorchApi porch() {
        return porch;
    }

    @Override
    public GitAddress gitAsSeenByOrchestrator() {
        return environment.gitForOrchestrator();
    }

    @Override
    public GitAddress git() {
        return environment.git().address();
    }

    @Override
    public DatabaseAddress database() {
        return environment.database().address();
    }

    @Override
    public void createGitRepository(String name) {
        environment.git().create(name);
    }

    @Override
    public boolean setGitRef(Set<String> repositories, String ref, String id) {
        return environment.git().setRef(repositories, ref, id);
    }

    @Override
    public void keep(RecoveryPoint point) {
        environment.keep(point);
    }

    @Override
    public void settle() {
        // Nothing has happened to any store yet, so that there is no reason why it should not become ready.
        Instant since = Instant.now();
        environment
                .waitingFor(system)
                .until("the system to be ready for more of the history", () -> system.settle(since), Settlement::ready);
    }

    @Override
    public Ledger ledger() {
        return ledger;
    }
}
