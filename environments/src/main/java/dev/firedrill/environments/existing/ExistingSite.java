package dev.firedrill.environments.existing;

import dev.firedrill.environments.git.existing.ExistingGitServer;
import dev.firedrill.environments.git.gitea.RepositoryKeeper;
import dev.firedrill.environments.interlock.Interlock;
import dev.firedrill.environments.interlock.Snapshots;
import dev.firedrill.environments.interlock.StoreCleanup;
import dev.firedrill.environments.kubernetes.existing.ExistingControlPlane;
import dev.firedrill.environments.postgres.existing.ExistingPackageCache;
import dev.firedrill.environments.process.ProcessSupervisor;
import dev.firedrill.environments.role.ControlPlane;
import dev.firedrill.environments.role.GitServer;
import dev.firedrill.environments.role.PackageCache;
import java.util.Optional;

/**
 * A target that the interlock lets a drill work in, and who does there what only its operator can.
 *
 * @param interlock the permission
 * @param snapshots who puts the cluster back; empty for the commands of the target, if it names any
 * @param repositories who founds and removes repositories; empty for Gitea's API or the commands of the target
 */
public record ExistingSite(
        Interlock interlock, Optional<Snapshots> snapshots, Optional<RepositoryKeeper> repositories) {
    /** A target in which everything is done as its file says. */
    public static ExistingSite of(Interlock interlock) {
        return new ExistingSite(interlock, Optional.empty(), Optional.empty());
    }

    /** Takes the namespace; it is handed back at the latest when the supervisor closes. */
    public ControlPlane controlPlane(ProcessSupervisor supervisor) {
        return StoreCleanup.promised(
                supervisor,
                snapshots
                        .map(operator -> ExistingControlPlane.open(interlock, operator))
                        .orElseGet(() -> ExistingControlPlane.open(interlock)));
    }

    /** Takes the owner; it is handed back at the latest when the supervisor closes. */
    public GitServer git(ProcessSupervisor supervisor) {
        return StoreCleanup.promised(
                supervisor,
                repositories
                        .map(operator -> ExistingGitServer.open(interlock, operator, supervisor))
                        .orElseGet(() -> ExistingGitServer.open(interlock, supervisor)));
    }

    /** Takes the database; it is handed back at the latest when the supervisor closes. */
    public PackageCache database(ProcessSupervisor supervisor) {
        return StoreCleanup.promised(supervisor, ExistingPackageCache.open(interlock));
    }
}
