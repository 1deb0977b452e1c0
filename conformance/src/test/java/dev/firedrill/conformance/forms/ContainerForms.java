package dev.firedrill.conformance.forms;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.conformance.Deviation;
import dev.firedrill.conformance.Form;
import dev.firedrill.conformance.git.GitDeviation;
import dev.firedrill.conformance.kubernetes.ControlPlaneConformance;
import dev.firedrill.conformance.kubernetes.ControlPlaneDeviation;
import dev.firedrill.conformance.link.LinkDeviation;
import dev.firedrill.environments.docker.Engine;
import dev.firedrill.environments.docker.Images;
import dev.firedrill.environments.docker.TestEngine;
import dev.firedrill.environments.existing.Targets;
import dev.firedrill.environments.git.existing.ExistingGitServer;
import dev.firedrill.environments.git.gitea.ContainerGitServer;
import dev.firedrill.environments.kubernetes.k3s.ContainerControlPlane;
import dev.firedrill.environments.link.ContainerLinks;
import dev.firedrill.environments.postgres.container.ContainerPackageCache;
import dev.firedrill.environments.process.ProcessSupervisor;
import dev.firedrill.model.Product;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The forms in containers, each where an engine and an image of its product are. With {@code
 * FIREDRILL_REQUIRE_CONTAINERS=postgres,k3s} in the environment these run or fail.
 */
public final class ContainerForms extends SupervisedForms {
    private static final String FAMILY = "containers";
    /** The oldest k3s that was seen; 1.31 deviates in nothing but that it runs controllers. */
    private static final String OLDER_K3S = "1.22.";

    private @Nullable ContainerGitServer other;

    @Override
    public List<String> onRequest() {
        return List.of(FAMILY);
    }

    @Override
    public List<Form<?>> forms() {
        return List.of(
                in(Images.Of.K3S, Form.of("k3s", ContainerControlPlane.class, () -> k3s(false)))
                        .deviating(k3s -> deviationsOf(k3s.product())),
                in(Images.Of.K3S, Form.of("k3s-etcd", ContainerControlPlane.class, () -> k3s(true)))
                        .deviating(k3s -> deviationsOf(k3s.product())),
                in(
                        Images.Of.POSTGRES,
                        Form.of("postgresql", ContainerPackageCache.class, () -> ContainerPackageCache.open(engine()))),
                in(
                                Images.Of.GITEA,
                                Form.of(
                                        "gitea",
                                        ContainerGitServer.class,
                                        () -> ContainerGitServer.open(engine(), supervisor())))
                        .deviating(GitDeviation.ASCII_NAMES),
                in(Images.Of.GITEA, Form.of("existing-gitea", ExistingGitServer.class, this::existingGitea))
                        .deviating(GitDeviation.ASCII_NAMES),
                in(Images.Of.TOXIPROXY, Form.of("toxiproxy", ContainerLinks.class, () -> ContainerLinks.open(engine())))
                        .deviating(LinkDeviation.ENDS_BOTH_DIRECTIONS_AND_COUNTS_THEN));
    }

    private static <R extends AutoCloseable> Form<R> in(Images.Of product, Form<R> form) {
        return form.inFamily(FAMILY).unlessMissing(() -> TestEngine.missing(product));
    }

    private ContainerControlPlane k3s(boolean onEtcd) {
        return onEtcd
                ? ContainerControlPlane.openOnEtcd(engine(), supervisor(), ControlPlaneConformance.NAMESPACE)
                : ContainerControlPlane.open(engine(), supervisor(), ControlPlaneConformance.NAMESPACE);
    }

    /** A Gitea plays that of somebody else: an organisation of it, through its API, as one of its owners. */
    private synchronized ExistingGitServer existingGitea() {
        if (other == null) {
            other = ContainerGitServer.open(engine(), supervisor());
        }
        // What the one before had made is gone.
        assertThat(other.repositories()).isEmpty();
        return ExistingGitServer.open(Targets.of(other.address()), supervisor());
    }

    private Engine engine() {
        ProcessSupervisor supervisor = supervisor();
        return supervisor.shared(Engine.class, () -> Engine.open(Images.configured()), Engine::close);
    }

    private static Set<? extends Deviation> deviationsOf(Product k3s) {
        Set<ControlPlaneDeviation> known = EnumSet.of(ControlPlaneDeviation.RUNS_CONTROLLERS);
        if (k3s.version().startsWith(OLDER_K3S)) {
            known.add(ControlPlaneDeviation.REDIRECTS_CLIMBING_PATHS);
            if (!k3s.form().endsWith("-etcd")) {
                known.add(ControlPlaneDeviation.STORED_IN_SQL);
            }
        }
        return known;
    }
}
