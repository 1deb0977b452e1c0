package dev.firedrill.recovery.serve;

import dev.firedrill.recovery.model.Repository;
import dev.firedrill.recovery.model.RepositoryStatus;
import dev.firedrill.recovery.port.Cluster;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Writes the statuses of Repositories. Their time of the last synchronisation moves when this process aligned them for
 * the first time or again after it could not, when rows changed, and when {@code spec.sync.runOnceAt} came; an idle pass
 * writes nothing.
 */
final class RepositoryReports {
    private final Cluster cluster;
    private final Clock clock;
    private final Set<String> aligned = new HashSet<>();
    private final Map<String, String> ranOnce = new HashMap<>();

    RepositoryReports(Cluster cluster, Clock clock) {
        this.cluster = cluster;
        this.clock = clock;
    }

    /** Forgets what was written, because the control plane may have lost it. */
    void forget() {
        aligned.clear();
        ranOnce.clear();
    }

    void write(Reconciliation.Outcome outcome) {
        Repository repository = outcome.repository();
        if (repository.deleting()) {
            return;
        }
        RepositoryStatus status = outcome.status();
        boolean fresh = outcome.aligned() && (isFirst(repository) | isDue(repository) | outcome.changed());
        cluster.report(
                repository,
                new RepositoryStatus(
                        status.ready(),
                        status.reason(),
                        status.message(),
                        status.packageCount(),
                        status.gitCommitHash(),
                        fresh));
        if (outcome.aligned()) {
            aligned.add(repository.uid());
            runOnce(repository).ifPresent(at -> ranOnce.put(repository.uid(), at));
        } else {
            // A store was away and may have come back as it was once: what was said before that says nothing any more.
            aligned.remove(repository.uid());
        }
    }

    private boolean isFirst(Repository repository) {
        return !aligned.contains(repository.uid());
    }

    private boolean isDue(Repository repository) {
        return runOnce(repository)
                .filter(at -> !at.equals(ranOnce.get(repository.uid())))
                .isPresent();
    }

    private Optional<String> runOnce(Repository repository) {
        return repository.runOnceAt().filter(this::isPast);
    }

    private boolean isPast(String instant) {
        try {
            return !Instant.parse(instant).isAfter(clock.instant());
        } catch (DateTimeParseException e) {
            return false;
        }
    }
}
