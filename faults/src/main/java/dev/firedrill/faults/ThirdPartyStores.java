package dev.firedrill.faults;

import dev.firedrill.environments.evidence.DatabaseDump;
import dev.firedrill.environments.evidence.GitRefDump;
import dev.firedrill.environments.existing.ExistingSite;
import dev.firedrill.environments.git.embedded.EmbeddedGitServer;
import dev.firedrill.environments.git.gitea.RepositoryKeeper;
import dev.firedrill.environments.interlock.Interlock;
import dev.firedrill.environments.interlock.Snapshots;
import dev.firedrill.environments.interlock.Target;
import dev.firedrill.environments.kubernetes.inprocess.InProcessControlPlane;
import dev.firedrill.environments.postgres.process.EmbeddedPackageCache;
import dev.firedrill.environments.process.ProcessSupervisor;
import dev.firedrill.model.ClusterAddress;
import dev.firedrill.model.DatabaseAddress;
import dev.firedrill.model.EnvironmentFailure;
import dev.firedrill.model.RecoveryPoint;
import dev.firedrill.model.Store;
import dev.firedrill.workload.crd.Crds;
import dev.firedrill.workload.gitops.ClusterClient;
import dev.firedrill.workload.history.GitSeeder;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinition;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Stores of our own that play those of somebody else, with an operator of theirs who puts the cluster back and founds
 * repositories. What the interlock may not touch, a person looks at and changes here past it.
 */
public final class ThirdPartyStores implements AutoCloseable {
    private static final String NAMESPACE = "drill";
    private static final String MARKER = "firedrill-interlock";

    private final String name;
    private final InProcessControlPlane cluster = InProcessControlPlane.start("shop");
    private final EmbeddedGitServer git;
    private final EmbeddedPackageCache server;
    private final DatabaseAddress database;

    public ThirdPartyStores(ProcessSupervisor supervisor, String name) {
        this.name = name;
        git = EmbeddedGitServer.open(supervisor);
        server = EmbeddedPackageCache.open(supervisor);
        database = server.provide("lab");
    }

    /** The permission to work here, if whoever types the name gets it. */
    public ExistingSite permitted(Supplier<Optional<String>> typed) {
        Target target = new Target(
                name,
                Optional.of(new Target.Cluster(
                        cluster.address().kubeconfig(), "lab", NAMESPACE, Optional.empty(), Optional.empty())),
                Optional.of(new Target.Git(
                        git.address().baseUrl(),
                        git.address().username(),
                        git.address().password(),
                        Optional.empty())),
                Optional.of(new Target.Database(database.jdbcUrl(), database.username(), database.password())),
                List.of());
        return new ExistingSite(
                Interlock.engage(target, typed), Optional.of(new Operator(cluster)), Optional.of(new Founder(git)));
    }

    /** Everything that is in them, by where it is. */
    public Map<String, String> read() {
        Map<String, String> seen = new TreeMap<>();
        seen.put("git server", GitRefDump.of(git));
        seen.put("package cache", DatabaseDump.of(database));
        onCluster(client -> {
            Stream.<List<? extends HasMetadata>>of(
                            client.namespaces().list().getItems(),
                            client.configMaps().inAnyNamespace().list().getItems(),
                            client.apiextensions()
                                    .v1()
                                    .customResourceDefinitions()
                                    .list()
                                    .getItems())
                    .flatMap(List::stream)
                    .map(HasMetadata::getMetadata)
                    .forEach(meta -> seen.put(
                            "control plane, " + meta.getNamespace() + "/" + meta.getName(),
                            meta.getUid() + " " + meta.getResourceVersion()));
        });
        return seen;
    }

    /** Somebody works with one of the stores and with no drill. */
    public void keepPackagesIn(Store store) {
        switch (store) {
            case CONTROL_PLANE ->
                onCluster(client -> {
                    CustomResourceDefinition definition = Crds.definitions().get(0);
                    definition.getMetadata().setLabels(Map.of());
                    client.resource(definition).create();
                });
            case GIT -> {
                git.create("catalog");
                new GitSeeder(git.address()).createBranch("catalog");
            }
            case DATABASE -> inDatabase("CREATE TABLE packages (name TEXT)");
        }
    }

    /** Somebody clears a store. */
    public void removeMarker(Store store) {
        switch (store) {
            case CONTROL_PLANE ->
                onCluster(client -> client.configMaps()
                        .inNamespace(NAMESPACE)
                        .withName(MARKER)
                        .delete());
            case GIT -> git.remove(MARKER);
            case DATABASE -> inDatabase("DROP SCHEMA firedrill_interlock CASCADE");
        }
    }

    /** Another drill has taken a store. */
    public void changeMarker(Store store) {
        if (store != Store.DATABASE) {
            throw new EnvironmentFailure(
                    "Only the package cache can be taken by another drill here, not the " + store.title());
        }
        inDatabase("UPDATE firedrill_interlock.marker SET said = regexp_replace(said, 'nonce=\\w+', 'nonce=another')");
    }

    @Override
    public void close() {
        server.close();
        git.close();
        cluster.close();
    }

    private void onCluster(Consumer<KubernetesClient> task) {
        try (KubernetesClient client =
                ClusterClient.of(new ClusterAddress(cluster.address().kubeconfig(), NAMESPACE))) {
            task.accept(client);
        }
    }

    private void inDatabase(String command) {
        try (Connection connection =
                        DriverManager.getConnection(database.jdbcUrl(), database.username(), database.password());
                var statement = connection.createStatement()) {
            statement.execute(command);
        } catch (SQLException refused) {
            throw new EnvironmentFailure("Somebody else's database refused '" + command + "'", refused);
        }
    }

    private record Operator(InProcessControlPlane cluster) implements Snapshots {
        @Override
        public void keep(RecoveryPoint point) {
            cluster.keep(point);
        }

        @Override
        public void restore(RecoveryPoint point) {
            cluster.rewindTo(point);
        }
    }

    private record Founder(EmbeddedGitServer git) implements RepositoryKeeper {
        @Override
        public Set<String> names() {
            return git.repositories();
        }

        @Override
        public void create(String repository) {
            git.create(repository);
        }

        @Override
        public void delete(String repository) {
            git.remove(repository);
        }
    }
}
