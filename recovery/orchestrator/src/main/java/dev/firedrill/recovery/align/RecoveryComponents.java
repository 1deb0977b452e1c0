package dev.firedrill.recovery.align;

import dev.firedrill.recovery.api.Responder;
import dev.firedrill.recovery.cache.Database;
import dev.firedrill.recovery.cache.PostgresPackageCache;
import dev.firedrill.recovery.cluster.KubernetesClients;
import dev.firedrill.recovery.cluster.KubernetesCluster;
import dev.firedrill.recovery.git.JGitRepositories;
import dev.firedrill.recovery.journal.FileJournal;
import dev.firedrill.recovery.journal.Journal;
import dev.firedrill.recovery.plan.Planner;
import dev.firedrill.recovery.plan.RulesPlanner;
import dev.firedrill.recovery.port.CacheUnavailable;
import dev.firedrill.recovery.port.Cluster;
import dev.firedrill.recovery.port.GitRepositories;
import dev.firedrill.recovery.port.PackageCache;
import dev.firedrill.recovery.port.RescueSets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * What a recovery is composed of. Each part is an interface, so that one of them can be another: that is how recoveries
 * that are broken on purpose are made.
 *
 * @param answering gets what answers the public API's requests and gives what is asked; the identity as shipped
 * @param closers what {@link #close} runs, in this order
 */
public record RecoveryComponents(
        Cluster cluster,
        GitRepositories git,
        PackageCache cache,
        RescueSets rescueSets,
        Planner planner,
        Journal journal,
        Clock clock,
        Settings settings,
        UnaryOperator<Responder> answering,
        List<Runnable> closers)
        implements AutoCloseable {
    public RecoveryComponents {
        closers = List.copyOf(closers);
    }

    /** The parts that speak to the stores in {@code settings}. */
    public static RecoveryComponents connect(Settings settings) {
        return connect(settings, true);
    }

    /** The same parts, but git is only read: nothing that a plan finds out changes a store. */
    public static RecoveryComponents connectToRead(Settings settings) {
        return connect(settings, false);
    }

    private static RecoveryComponents connect(Settings settings, boolean mayCreateBranches) {
        Clock clock = Clock.systemUTC();
        FileJournal journal = FileJournal.open(settings.journal(), settings.failpoints(), clock);
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
                List.of(git::close, cluster::close, cache::close, journal::close));
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

    public RecoveryComponents withCluster(Cluster other) {
        return new RecoveryComponents(
                other, git, cache, rescueSets, planner, journal, clock, settings, answering, closers);
    }

    public RecoveryComponents withGit(GitRepositories other) {
        return new RecoveryComponents(
                cluster, other, cache, rescueSets, planner, journal, clock, settings, answering, closers);
    }

    public RecoveryComponents withCache(PackageCache other) {
        return new RecoveryComponents(
                cluster, git, other, rescueSets, planner, journal, clock, settings, answering, closers);
    }

    public RecoveryComponents withPlanner(Planner other) {
        return new RecoveryComponents(
                cluster, git, cache, rescueSets, other, journal, clock, settings, answering, closers);
    }

    public RecoveryComponents withJournal(Journal other) {
        return new RecoveryComponents(
                cluster, git, cache, rescueSets, planner, other, clock, settings, answering, closers);
    }

    public RecoveryComponents withAnswering(UnaryOperator<Responder> other) {
        return new RecoveryComponents(
                cluster, git, cache, rescueSets, planner, journal, clock, settings, other, closers);
    }

    @Override
    public void close() {
        closers.forEach(Runnable::run);
    }
}
