package dev.firedrill.cli;

import dev.firedrill.environments.role.system.Settlement;
import dev.firedrill.environments.role.system.StartOptions;
import dev.firedrill.environments.role.system.SystemApi;
import dev.firedrill.environments.role.system.SystemForm;
import dev.firedrill.environments.role.system.SystemUnderTest;
import dev.firedrill.model.ClusterAddress;
import dev.firedrill.model.Product;
import dev.firedrill.model.SystemStatement;
import dev.firedrill.scenarios.testbed.EnvironmentSpec;
import dev.firedrill.scenarios.testbed.SystemForms;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A system that recovers as ours does, and can do nothing that not every system can, nor say so. */
record SystemWithoutAbilities(SystemUnderTest recovering) implements SystemUnderTest {
    /** What the reports call it. */
    static final Product PRODUCT = new Product("own process", "Porch of few words", "1.0", true);

    /** Opens it. */
    static SystemForms forms() {
        SystemForms shipped = SystemForms.of(EnvironmentSpec.embedded());
        return (supervisor, name, stores, pollInterval) ->
                new Form(shipped.open(supervisor, name, stores, pollInterval));
    }

    private record Form(SystemForm recovering) implements SystemForm {
        @Override
        public SystemUnderTest intact() {
            return new SystemWithoutAbilities(recovering.intact());
        }

        @Override
        public SystemUnderTest broken(String recovery) {
            return new SystemWithoutAbilities(recovering.broken(recovery));
        }

        @Override
        public void close() {
            recovering.close();
        }
    }

    @Override
    public Product product() {
        return PRODUCT;
    }

    @Override
    public <T> Optional<T> ability(Class<T> ability) {
        return Optional.empty();
    }

    @Override
    public Optional<SystemStatement> said() {
        return recovering
                .said()
                .map(said -> new SystemStatement(
                        said.repositories(), said.variants(), Optional.empty(), Optional.empty(), Optional.empty()));
    }

    @Override
    public void prepare(ClusterAddress cluster) {
        recovering.prepare(cluster);
    }

    @Override
    public SystemApi api() {
        return recovering.api();
    }

    @Override
    public void start(StartOptions options) {
        recovering.start(options);
    }

    @Override
    public void end() {
        recovering.end();
    }

    @Override
    public void kill() {
        recovering.kill();
    }

    @Override
    public boolean alive() {
        return recovering.alive();
    }

    @Override
    public List<Long> pids() {
        return recovering.pids();
    }

    @Override
    public Optional<Instant> startedAt() {
        return recovering.startedAt();
    }

    @Override
    public void standStill() {
        recovering.standStill();
    }

    @Override
    public void goOn() {
        recovering.goOn();
    }

    @Override
    public Settlement settle(Instant since) {
        return recovering.settle(since);
    }

    @Override
    public void look(Instant since) {
        recovering.look(since);
    }

    @Override
    public void close() {
        recovering.close();
    }
}
