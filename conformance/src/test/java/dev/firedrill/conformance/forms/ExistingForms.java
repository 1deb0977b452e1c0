package dev.firedrill.conformance.forms;

import dev.firedrill.conformance.Form;
import dev.firedrill.conformance.kubernetes.ControlPlaneConformance;
import dev.firedrill.environments.existing.OtherCluster;
import dev.firedrill.environments.existing.OtherGitServer;
import dev.firedrill.environments.existing.Targets;
import dev.firedrill.environments.git.embedded.EmbeddedGitServer;
import dev.firedrill.environments.git.existing.ExistingGitServer;
import dev.firedrill.environments.kubernetes.apiserver.ApiServerBinaries;
import dev.firedrill.environments.kubernetes.apiserver.ApiServerControlPlane;
import dev.firedrill.environments.kubernetes.existing.ExistingControlPlane;
import dev.firedrill.environments.kubernetes.inprocess.InProcessControlPlane;
import dev.firedrill.environments.postgres.existing.ExistingPackageCache;
import dev.firedrill.environments.postgres.process.EmbeddedPackageCache;
import dev.firedrill.environments.role.ControlPlane;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Stores of ours, the real API server where it can be, that play those of somebody else. */
public final class ExistingForms extends SupervisedForms {
    private static final String ELSEWHERE = "elsewhere";

    private @Nullable EmbeddedPackageCache database;
    private @Nullable EmbeddedGitServer git;
    private int databases;

    @Override
    public List<Form<?>> forms() {
        return List.of(
                Form.of("existing", ExistingControlPlane.class, this::namespace),
                Form.of("existing", ExistingPackageCache.class, this::database),
                Form.of("existing", ExistingGitServer.class, this::owner));
    }

    private ExistingControlPlane namespace() {
        ControlPlane other = ApiServerBinaries.find(System.getenv())
                .<ControlPlane>map(found -> ApiServerControlPlane.start(found, supervisor(), ELSEWHERE))
                .orElseGet(() -> InProcessControlPlane.start(ELSEWHERE));
        return OtherCluster.existing(other, ControlPlaneConformance.NAMESPACE);
    }

    /** Each cache is a database of its own on one server. */
    private synchronized ExistingPackageCache database() {
        if (database == null) {
            database = EmbeddedPackageCache.open(supervisor());
        }
        databases++;
        return ExistingPackageCache.open(Targets.of(database.provide("lab" + databases)));
    }

    private synchronized ExistingGitServer owner() {
        if (git == null) {
            git = EmbeddedGitServer.open(supervisor());
        }
        return ExistingGitServer.open(Targets.of(git.address()), new OtherGitServer(git), supervisor());
    }
}
