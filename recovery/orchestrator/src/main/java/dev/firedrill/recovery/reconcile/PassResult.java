package dev.firedrill.recovery.reconcile;

import dev.firedrill.recovery.model.CachedRevision;
import dev.firedrill.recovery.model.ClusterView;
import dev.firedrill.recovery.plan.Plan;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What one pass found and did.
 *
 * @param cluster the control plane as the pass saw it
 * @param revisions the rows as the pass read them, before it changed any
 * @param applied how many actions of the plan took effect
 * @param repositories one for each Repository that can be used, by name
 * @param quarantined rows that are kept out of sight, counted by the absent Repository that they belong to
 * @param rescued names of the revisions that lie in rescue sets now, the latest a thousand, in the order in which they came
 * @param rescueSet the set that this pass rescues into, whether or not it had to
 * @param problems one sentence each; empty when every store did what it was asked
 */
public record PassResult(
        ClusterView cluster,
        Plan plan,
        List<CachedRevision> revisions,
        int applied,
        List<RepositoryOutcome> repositories,
        Map<String, Integer> quarantined,
        List<String> rescued,
        String rescueSet,
        List<String> problems,
        Instant started,
        Instant completed) {
    public PassResult {
        revisions = List.copyOf(revisions);
        repositories = List.copyOf(repositories);
        quarantined = Map.copyOf(quarantined);
        rescued = List.copyOf(rescued);
        problems = List.copyOf(problems);
    }

    /** Whether any store was changed. */
    public boolean changed() {
        return applied > 0;
    }

    /** Whether every Repository is ready and nothing failed. */
    public boolean isClean() {
        return problems.isEmpty()
                && cluster.invalid().isEmpty()
                && repositories.stream()
                        .allMatch(outcome ->
                                outcome.status().ready() || outcome.repository().deleting() && !outcome.failed());
    }
}
