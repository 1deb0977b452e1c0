package dev.firedrill.environments.existing;

import dev.firedrill.environments.interlock.Interlock;
import dev.firedrill.environments.interlock.Target;
import dev.firedrill.model.ClusterAddress;
import dev.firedrill.model.DatabaseAddress;
import dev.firedrill.model.GitAddress;
import java.util.List;
import java.util.Optional;

/** Interlocks of stores that tests started, passed by somebody who knew the name. */
public final class Targets {
    private static final String NAME = "lab";

    private Targets() {}

    public static Interlock of(DatabaseAddress database) {
        return pass(
                Optional.empty(),
                Optional.empty(),
                Optional.of(new Target.Database(database.jdbcUrl(), database.username(), database.password())));
    }

    public static Interlock of(GitAddress git) {
        return pass(
                Optional.empty(),
                Optional.of(new Target.Git(git.baseUrl(), git.username(), git.password(), Optional.empty())),
                Optional.empty());
    }

    public static Interlock of(ClusterAddress cluster, String namespace) {
        return pass(
                Optional.of(
                        new Target.Cluster(cluster.kubeconfig(), "lab", namespace, Optional.empty(), Optional.empty())),
                Optional.empty(),
                Optional.empty());
    }

    private static Interlock pass(
            Optional<Target.Cluster> cluster, Optional<Target.Git> git, Optional<Target.Database> database) {
        return Interlock.engage(new Target(NAME, cluster, git, database, List.of()), () -> Optional.of(NAME));
    }
}
