package dev.firedrill.proof.system;

import dev.firedrill.environments.kubernetes.inprocess.InProcessControlPlane;
import dev.firedrill.environments.postgres.process.EmbeddedPackageCache;
import dev.firedrill.environments.process.ProcessSupervisor;
import dev.firedrill.environments.role.system.Settlement;
import dev.firedrill.environments.role.system.StartOptions;
import dev.firedrill.environments.role.system.SystemApi;
import dev.firedrill.environments.role.system.SystemForm;
import dev.firedrill.environments.role.system.SystemStores;
import dev.firedrill.environments.role.system.SystemUnderTest;
import dev.firedrill.environments.system.shipped.ShippedForm;
import dev.firedrill.environments.system.shipped.ShippedSettings;
import dev.firedrill.model.ClusterAddress;
import dev.firedrill.model.DatabaseAddress;
import dev.firedrill.model.Product;
import dev.firedrill.model.SystemStatement;
import dev.firedrill.workload.gitops.GitOps;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** A system of the shipped form, with a control plane and a package cache that go with it. */
final class SystemOnItsOwnStores implements SystemUnderTest {
    private static final String NAMESPACE = "conformance";

    private final InProcessControlPlane controlPlane;
    private final EmbeddedPackageCache database;
    private final SystemForm form;
    private final SystemUnderTest system;

    SystemOnItsOwnStores(ProcessSupervisor supervisor, Function<SystemForm, SystemUnderTest> chosen) {
        this.controlPlane = InProcessControlPlane.start(NAMESPACE);
        this.database = EmbeddedPackageCache.open(supervisor);
        this.form = new ShippedForm(
                supervisor,
                supervisor.newName("system"),
                new Stores(),
                new ShippedSettings("under test", Duration.ofSeconds(1), SystemOnItsOwnStores::installDefinitions));
        this.system = chosen.apply(form);
        prepare(controlPlane.address());
    }

    /** Both stores as they are, without links. */
    private final class Stores implements SystemStores {
        @Override
        public ClusterAddress clusterForSystem() {
            return controlPlane.address();
        }

        @Override
        public DatabaseAddress databaseForSystem() {
            return database.address();
        }

        @Override
        public Optional<String> endedByItself() {
            return database.endedByItself();
        }
    }

    private static void installDefinitions(ClusterAddress cluster) {
        try (GitOps gitOps = GitOps.on(cluster)) {
            gitOps.installDefinitions();
        }
    }

    @Override
    public Product product() {
        return system.product();
    }

    @Override
    public void prepare(ClusterAddress cluster) {
        system.prepare(cluster);
    }

    @Override
    public SystemApi api() {
        return system.api();
    }

    @Override
    public <T> Optional<T> ability(Class<T> ability) {
        return system.ability(ability);
    }

    @Override
    public void start(StartOptions options) {
        system.start(options);
    }

    @Override
    public void end() {
        system.end();
    }

    @Override
    public void kill() {
        system.kill();
    }

    @Override
    public boolean alive() {
        return system.alive();
    }

    @Override
    public List<Long> pids() {
        return system.pids();
    }

    @Override
    public Optional<Instant> startedAt() {
        return system.startedAt();
    }

    @Override
    public void standStill() {
        system.standStill();
    }

    @Override
    public void goOn() {
        system.goOn();
    }

    @Override
    public Settlement settle(Instant since) {
        return system.settle(since);
    }

    @Override
    public void look(Instant since) {
        system.look(since);
    }

    @Override
    public Optional<SystemStatement> said() {
        return system.said();
    }

    @Override
    public void close() {
        form.close();
        database.close();
        controlPlane.close();
    }
}
