package dev.firedrill.proof.mutants;

import dev.firedrill.model.GitAddress;
import dev.firedrill.recovery.cluster.KubernetesClients;
import dev.firedrill.recovery.journal.Step;
import dev.firedrill.recovery.model.Repository;
import dev.firedrill.recovery.port.Credentials;
import dev.firedrill.recovery.reconcile.RecoveryComponents;
import dev.firedrill.recovery.reconcile.Settings;
import dev.firedrill.workload.git.GitRemote;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.eclipse.jgit.lib.ObjectId;

/**
 * Recoveries that decide and act as the shipped one does, and do something more to a store at the end of every pass. What is
 * done does nothing the second time, so that a drill sees the damage and not the doing.
 */
final class AfterPass {
    private AfterPass() {}

    /** Runs a statement on the package cache; {@code :ns} in it is the Kubernetes namespace, quoted. */
    static UnaryOperator<RecoveryComponents> sql(String statement) {
        return doing(components -> execute(components, statement));
    }

    /** Runs a statement on the package cache now. */
    static void execute(RecoveryComponents components, String statement) {
        execute(
                components.settings(),
                statement.replace(":ns", "'" + components.settings().namespace() + "'"));
    }

    /** Does something to the control plane, in the namespace that is recovered. */
    static UnaryOperator<RecoveryComponents> cluster(BiConsumer<KubernetesClient, String> act) {
        return doing(components -> {
            try (KubernetesClient client =
                    KubernetesClients.connect(components.settings().kubeconfig())) {
                act.accept(client, components.settings().namespace());
            }
        });
    }

    /** Lets a ref of the git repository of a Repository name the head of the package branch, by force. */
    static UnaryOperator<RecoveryComponents> movingRef(String repository, String ref) {
        return doing(components -> components.cluster().look().repositories().stream()
                .filter(each -> each.name().equals(repository))
                .forEach(each -> move(remote(components, each), gitName(each), each.branch(), ref)));
    }

    private static UnaryOperator<RecoveryComponents> doing(Consumer<RecoveryComponents> damage) {
        return components -> components.withJournal((step, subject) -> {
            components.journal().step(step, subject);
            if (step == Step.PASS_COMPLETED) {
                damage.accept(components);
            }
        });
    }

    private static void execute(Settings settings, String sql) {
        try (Connection connection = DriverManager.getConnection(
                        settings.databaseUrl(),
                        settings.databaseUser(),
                        settings.databasePasswordFile().map(AfterPass::read).orElse(""));
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException("The damage could not be done: " + e.getMessage(), e);
        }
    }

    private static void move(GitRemote remote, String repository, String branch, String ref) {
        try (var local = GitRemote.inMemory()) {
            remote.fetch(repository, local);
            String head = remote.refs(repository).orElseThrow().get("refs/heads/" + branch);
            remote.push(repository, local, Map.of(ref, ObjectId.fromString(head)));
        }
    }

    private static GitRemote remote(RecoveryComponents components, Repository repository) {
        Credentials login = repository
                .secretName()
                .flatMap(components.cluster()::credentials)
                .orElseThrow(() -> new IllegalStateException(repository.name() + " has no credentials"));
        String url = repository.url();
        return new GitRemote(
                new GitAddress(url.substring(0, url.lastIndexOf('/')), login.username(), login.password()));
    }

    private static String gitName(Repository repository) {
        String url = repository.url();
        return url.substring(url.lastIndexOf('/') + 1).replaceAll("\\.git$", "");
    }

    private static String read(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
