package dev.firedrill.scenarios.assertion;

import static dev.firedrill.scenarios.assertion.Expect.claim;

import dev.firedrill.oracle.observe.Observation;
import dev.firedrill.oracle.observe.ObservedRow;
import dev.firedrill.workload.world.RevisionId;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Repositories that a disaster leaves alone, as they were before it. */
public final class UnaffectedRepositories {
    private final Set<String> damaged;
    private final Observation before;

    public UnaffectedRepositories(Set<String> damaged, Observation before) {
        this.damaged = Set.copyOf(damaged);
        this.before = before;
    }

    /** Every ref of git and every package revision of the cache is the same, byte for byte. */
    void areUntouched(Observation after) {
        claim("refs of git repositories that nothing happened to").isSame(refs(after), refs(before));
        claim("package revisions of repositories that nothing happened to").isSame(rows(after), rows(before));
    }

    private Map<String, Map<String, String>> refs(Observation seen) {
        Map<String, Map<String, String>> refs = new TreeMap<>();
        seen.git().forEach((repository, git) -> {
            if (!damaged.contains(repository)) {
                refs.put(repository, new TreeMap<>(git.refs()));
            }
        });
        return refs;
    }

    private Map<RevisionId, ObservedRow> rows(Observation seen) {
        Map<RevisionId, ObservedRow> rows = new TreeMap<>(seen.rows());
        rows.keySet().removeIf(id -> damaged.contains(id.repository()));
        return rows;
    }
}
