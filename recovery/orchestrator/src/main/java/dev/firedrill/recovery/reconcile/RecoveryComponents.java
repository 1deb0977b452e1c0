package dev.firedrill.recovery.reconcile;

import dev.firedrill.recovery.api.Responder;
import dev.firedrill.recovery.journal.Journal;
import dev.firedrill.recovery.plan.Planner;
import dev.firedrill.recovery.port.Cluster;
import dev.firedrill.recovery.port.GitRepositories;
import dev.firedrill.recovery.port.PackageCache;
import dev.firedrill.recovery.port.RescueSets;
import java.time.Clock;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * What a recovery is composed of. Each component is an interface, so that a {@link RecoveryFactory} can replace one of them.
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
