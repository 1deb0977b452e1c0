package dev.firedrill.steps.rehearsal;

import static dev.firedrill.steps.rehearsal.Claim.claim;

import com.fasterxml.jackson.databind.JsonNode;
import dev.firedrill.fixtures.observe.Observation;
import dev.firedrill.fixtures.observe.ObservedRow;
import dev.firedrill.fixtures.world.RevisionState;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Where a recovery ended, as facts that two recoveries of one disaster must share: rows, what is listed, what git
 * publishes, conditions, rescue sets. Times and identities are no part of it, because they differ by nature.
 *
 * @param facts by the object that they are about
 */
record EndState(Map<String, String> facts) {
    private static final String RESCUED = "rescued ";

    EndState {
        facts = Collections.unmodifiableMap(new TreeMap<>(facts));
    }

    static EndState of(Observation seen, List<JsonNode> rescued) {
        Map<String, String> facts = new TreeMap<>();
        seen.rows().forEach((id, row) -> facts.put("row " + id, row(row)));
        seen.listed().keySet().forEach(id -> facts.put("listed " + id, ""));
        seen.repositoryRows().forEach(name -> facts.put("repository row " + name, ""));
        seen.git().forEach((name, git) -> {
            git.state().tags().forEach((tag, at) -> facts.put("tag " + tag + " in " + name, at.contentHash()));
            git.state().branch().forEach((path, hash) -> facts.put("directory " + path + " in " + name, hash));
        });
        seen.repositories()
                .forEach((name, repository) -> facts.put("Repository " + name, "ready: " + repository.ready()));
        seen.variants()
                .forEach((name, variant) -> facts.put(
                        "PackageVariant " + name, "ready: " + variant.ready() + ", stalled: " + variant.stalled()));
        rescued.forEach(revision -> facts.put(
                RESCUED + revision.path("name").asText() + " "
                        + revision.path("lifecycle").asText(),
                revision.path("files").asText() + " files, labels " + revision.path("labels")));
        return new EndState(facts);
    }

    /** Whether something was taken out of the cache on the way here. */
    boolean hasRescued() {
        return facts.keySet().stream().anyMatch(fact -> fact.startsWith(RESCUED));
    }

    /** Fails when this is not where {@code other} ended. */
    void isLike(EndState other) {
        claim("it ends otherwise").isSame(facts, other.facts);
    }

    private static String row(ObservedRow row) {
        RevisionState state = row.state();
        return state.summary() + (row.latest() ? ", latest" : "") + ", content " + state.contentHash() + ", labels "
                + new TreeMap<>(state.labels()) + ", annotations " + new TreeMap<>(state.annotations())
                + ", owners " + state.ownerNames();
    }
}
