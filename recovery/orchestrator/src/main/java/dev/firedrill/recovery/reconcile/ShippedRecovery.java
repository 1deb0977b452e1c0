package dev.firedrill.recovery.reconcile;

import dev.firedrill.recovery.cache.PostgresPackageCache;
import dev.firedrill.recovery.cache.connection.Database;
import dev.firedrill.recovery.cluster.KubernetesClients;
import dev.firedrill.recovery.cluster.KubernetesCluster;
import dev.firedrill.recovery.git.JGitRepositories;
import dev.firedrill.recovery.journal.FailpointJournal;
import dev.firedrill.recovery.journal.FileJournal;
import dev.firedrill.recovery.journal.Journal;
import dev.firedrill.recovery.plan.RulesPlanner;
import dev.firedrill.recovery.port.CacheUnavailable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The recovery that operators run: Kubernetes API, JGit and PostgreSQL, and the planner of the five rules. */
public final class ShippedRecovery implements RecoveryFactory {
    @Override
    public RecoveryComponents connect(Settings settings) {
        return connect(settings, true);
    }

    @Override
    public RecoveryComponents connectToRead(Settings settings) {
        return connect(settings, false);
    }

    private static RecoveryComponents connect(Settings settings, boolean mayCreateBranches) {
        Clock clock = Clock.systemUTC();
        Optional<FileJournal> file = settings.journal().map(path -> FileJournal.open(path, clock));
        Journal journal = journal(file, settings);
        PostgresPackageCache cache = new PostgresPackageCache(
                new Database(
                        settings.databaseUrl(),
                        settings.databaseUser(),
                        () -> password(settings),
                        settings.databaseAuthorities()),
                clock);
        KubernetesCluster cluster =
                new KubernetesCluster(KubernetesClients.connect(settings.kubeconfig()), settings.namespace(), clock);
        JGitRepositories git = new JGitRepositories(
                settings.workDirectory(),
                cluster::credentials,
                journal,
                clock,
                mayCreateBranches,
                settings.pushDraftsToGit(),
                settings.git());
        List<Runnable> closers = new ArrayList<>(List.of(git::close, cluster::close, cache::close));
        file.ifPresent(open -> closers.add(open::close));
        return new RecoveryComponents(
                cluster,
                git,
                cache,
                cache.rescueSets(settings.namespace()),
                new RulesPlanner(settings.removalThreshold(), settings.pushDraftsToGit()),
                journal,
                clock,
                settings,
                UnaryOperator.identity(),
                closers);
    }

    private static Journal journal(Optional<FileJournal> file, Settings settings) {
        Journal recorded = file.isPresent() ? file.get() : Journal.none();
        return settings.failpoints().isActive() ? new FailpointJournal(recorded, settings.failpoints()) : recorded;
    }

    private static String password(Settings settings) {
        if (settings.databasePasswordFile().isEmpty()) {
            return "";
        }
        Path file = settings.databasePasswordFile().get();
        try {
            String password = Files.readString(file).strip();
            if (password.lines().count() > 1) {
                throw new CacheUnavailable("the database password file " + file
                        + " holds a line break inside of the password; it has to hold the password and nothing else.");
            }
            return password;
        } catch (IOException e) {
            throw new CacheUnavailable(
                    "the database password file " + file + " cannot be read; correct --database-password-file.", e);
        }
    }
}
