package dev.firedrill.environments.docker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.environments.git.gitea.ContainerGitServer;
import dev.firedrill.environments.kubernetes.k3s.ContainerControlPlane;
import dev.firedrill.environments.link.ContainerLinks;
import dev.firedrill.environments.postgres.container.ContainerPackageCache;
import dev.firedrill.environments.process.ProcessSupervisor;
import dev.firedrill.environments.process.RunLabel;
import dev.firedrill.environments.role.Links;
import dev.firedrill.environments.role.StoreRole;
import dev.firedrill.model.Product;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;

/** All four roles side by side, as an environment starts them. */
class EveryRoleIT {
    private static final Logger LOG = Logger.getLogger(EveryRoleIT.class.getName());

    @Test
    void all_four_start_side_by_side_and_leave_nothing() {
        for (Images.Of product : List.of(Images.Of.K3S, Images.Of.GITEA, Images.Of.POSTGRES, Images.Of.TOXIPROXY)) {
            TestEngine.engineFor(product).close();
        }
        try (ProcessSupervisor supervisor = ProcessSupervisor.open();
                Engine engine = Engine.open(Images.configured())) {
            List<String> before = OnEngine.containersOf(engine, engine.label());
            long start = System.nanoTime();
            CompletableFuture<StoreRole> plane =
                    CompletableFuture.supplyAsync(() -> ContainerControlPlane.open(engine, supervisor, "drill"));
            CompletableFuture<StoreRole> git =
                    CompletableFuture.supplyAsync(() -> ContainerGitServer.open(engine, supervisor));
            CompletableFuture<StoreRole> cache =
                    CompletableFuture.supplyAsync(() -> ContainerPackageCache.open(engine));
            CompletableFuture<Links> links = CompletableFuture.supplyAsync(() -> ContainerLinks.open(engine));
            List<Product> products = List.of(
                    plane.join().product(),
                    git.join().product(),
                    cache.join().product(),
                    links.join().product());
            Duration took = Duration.ofNanos(System.nanoTime() - start);
            LOG.warning(() -> "containers: all four roles up in " + took.toMillis() + " ms: " + products);
            assertThat(products).allMatch(Product::real);
            assertThat(engine.client()
                            .listContainersCmd()
                            .withLabelFilter(List.of(RunLabel.KEY))
                            .exec())
                    .hasSizeGreaterThanOrEqualTo(4);
            links.join().close();
            List.of(plane, git, cache).forEach(one -> one.join().close());
            // The engine's own reaper, where there is one, stays for as long as the engine is open.
            assertThat(OnEngine.containersOf(engine, engine.label())).isEqualTo(before);
        }
    }
}
