package dev.firedrill.recovery.serve;

import dev.firedrill.recovery.fake.FakeCache;
import dev.firedrill.recovery.fake.FakeCluster;
import dev.firedrill.recovery.fake.FakeGit;
import dev.firedrill.recovery.model.CachedRevision;
import dev.firedrill.recovery.model.ClusterView;
import dev.firedrill.recovery.model.GitView;
import dev.firedrill.recovery.model.Repository;
import dev.firedrill.recovery.model.RepositoryStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Looks at the stores and aligns nothing. */
final class FakeReconciliation implements Reconciliation {
    final AtomicInteger passes = new AtomicInteger();
    volatile boolean defect;
    /** Happens when a pass has read everything. */
    volatile Runnable afterReading = () -> {};

    private final FakeCache cache;
    private final FakeGit git;
    private final FakeCluster cluster;

    FakeReconciliation(FakeCache cache, FakeGit git, FakeCluster cluster) {
        this.cache = cache;
        this.git = git;
        this.cluster = cluster;
    }

    /** How often a pass reads the cache. */
    static int readings(int repositories) {
        return repositories + 1;
    }

    @Override
    public Pass pass() {
        passes.incrementAndGet();
        if (defect) {
            throw new IllegalStateException("a defect");
        }
        ClusterView view = cluster.look();
        List<Outcome> outcomes = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        for (Repository repository : view.repositories()) {
            GitView look = git.look(repository);
            boolean readable = look instanceof GitView.Readable;
            String message = look instanceof GitView.Unreadable unreadable ? unreadable.message() : "aligned";
            if (!readable) {
                problems.add(message);
            }
            int count =
                    cache.revisions(repository.namespace(), repository.name()).size();
            outcomes.add(new Outcome(
                    repository,
                    new RepositoryStatus(
                            readable, readable ? "Ready" : "Error", message, count, Optional.empty(), false),
                    readable,
                    !readable,
                    false,
                    readable,
                    Set.of()));
        }
        Map<String, Integer> quarantined = new TreeMap<>();
        cache.rows.values().stream()
                .map(row -> row.name().repository())
                .filter(name ->
                        view.repositories().stream().noneMatch(one -> one.name().equals(name)))
                .forEach(name -> quarantined.merge(name, 1, Integer::sum));
        Result result = new Result(
                view.resourceVersion(),
                outcomes,
                view.variants(),
                view.invalid(),
                quarantined,
                List.of(),
                List.of(),
                List.of(),
                problems,
                "set-1",
                false);
        List<CachedRevision> rows = cache.revisions(cluster.namespace());
        afterReading.run();
        return new Pass(result, rows);
    }
}
