package dev.firedrill.faults;

import dev.firedrill.environments.role.Outage;
import dev.firedrill.model.DatabaseAddress;
import dev.firedrill.model.EnvironmentFailure;
import dev.firedrill.model.RecoveryPoint;
import dev.firedrill.model.Store;
import dev.firedrill.workload.crd.Crds;
import dev.firedrill.workload.gitops.ClusterClient;
import dev.firedrill.workload.gitops.Manifests;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.GenericKubernetesResourceBuilder;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;

/** What an orchestrator may meet between a disaster and its end. Each is put in its way, and taken out of it again. */
public enum Misconfiguration {
    /** Nobody answers where the git server was. */
    GIT_UNREACHABLE {
        @Override
        public Runnable raise(FaultTarget target) {
            Outage outage = target.linkTo(Store.GIT).cut();
            return outage::close;
        }
    },
    /** The Secret has another password than the git server. */
    GIT_PASSWORD_WRONG {
        @Override
        public Runnable raise(FaultTarget target) {
            List<Secret> right = secrets(target);
            right.forEach(secret -> replace(
                    target,
                    new SecretBuilder(secret)
                            .editMetadata()
                            .withResourceVersion(null)
                            .endMetadata()
                            .withData(null)
                            .withStringData(Map.of("username", "firedrill", "password", "not-the-password"))
                            .build()));
            return () -> right.forEach(secret -> replace(
                    target,
                    new SecretBuilder(secret)
                            .editMetadata()
                            .withResourceVersion(null)
                            .endMetadata()
                            .build()));
        }
    },
    /** Somebody has changed the password of the package cache; whoever was connected is not any more. */
    DATABASE_PASSWORD_WRONG {
        @Override
        public Runnable raise(FaultTarget target) {
            DatabaseAddress right = target.database().address();
            DatabaseAddress changed = new DatabaseAddress(right.jdbcUrl(), right.username(), "another-password");
            execute(
                    right,
                    alterPassword(changed)
                            + "; select pg_terminate_backend(pid) from pg_stat_activity"
                            + " where usename = current_user and pid <> pg_backend_pid()");
            return () -> execute(changed, alterPassword(right));
        }
    },
    /** Somebody has taken a table away. */
    TABLE_MISSING {
        @Override
        public Runnable raise(FaultTarget target) {
            execute(target.database().address(), "alter table resources rename to resources_elsewhere");
            return () -> execute(target.database().address(), "alter table resources_elsewhere rename to resources");
        }
    },
    /** The cluster does not know what a Repository is. */
    DEFINITION_MISSING {
        @Override
        public Runnable raise(FaultTarget target) {
            target.controlPlane().lose();
            return () -> target.controlPlane().rewindTo(RecoveryPoint.DISASTER);
        }
    },
    /** A Repository is of a kind that the definition allows and that the orchestrator cannot use. */
    REPOSITORY_INVALID {
        @Override
        public Runnable raise(FaultTarget target) {
            GenericKubernetesResource invalid =
                    invalidRepository(target.controlPlane().address().namespace());
            try (KubernetesClient client =
                    ClusterClient.of(target.controlPlane().address())) {
                client.resource(invalid).create();
            }
            return () -> {
                try (KubernetesClient client =
                        ClusterClient.of(target.controlPlane().address())) {
                    client.resource(invalid).delete();
                }
            };
        }
    };

    /** The Repository that {@link #REPOSITORY_INVALID} is about. */
    static final String INVALID = "invalid";

    /** Puts the obstacle in the orchestrator's way; running the result takes it out again. */
    public abstract Runnable raise(FaultTarget target);

    private static GenericKubernetesResource invalidRepository(String namespace) {
        return new GenericKubernetesResourceBuilder()
                .withApiVersion(Crds.GROUP + "/" + Crds.VERSION)
                .withKind("Repository")
                .withNewMetadata()
                .withName(INVALID)
                .withNamespace(namespace)
                .endMetadata()
                .addToAdditionalProperties(
                        "spec", Map.of("type", "oci", "oci", Map.of("registry", "registry.example.org")))
                .build();
    }

    private static List<Secret> secrets(FaultTarget target) {
        try (KubernetesClient client = ClusterClient.of(target.controlPlane().address())) {
            return client.secrets()
                    .inNamespace(target.controlPlane().address().namespace())
                    .withLabel(Manifests.OURS)
                    .list()
                    .getItems();
        }
    }

    private static void replace(FaultTarget target, Secret secret) {
        try (KubernetesClient client = ClusterClient.of(target.controlPlane().address())) {
            client.resource(secret).update();
        }
    }

    private static String alterPassword(DatabaseAddress login) {
        return "alter role " + login.username() + " password '" + login.password() + "'";
    }

    private static void execute(DatabaseAddress address, String sql) {
        try (Connection connection =
                        DriverManager.getConnection(address.jdbcUrl(), address.username(), address.password());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new EnvironmentFailure("The package cache refused '" + sql + "': " + e.getMessage(), e);
        }
    }
}
