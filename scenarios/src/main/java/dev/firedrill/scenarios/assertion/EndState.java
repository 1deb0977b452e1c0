package dev.firedrill.scenarios.assertion;

import static dev.firedrill.scenarios.assertion.Expect.claim;

import dev.firedrill.environments.role.system.Rescues.Rescued;
import dev.firedrill.oracle.observe.Observation;
import dev.firedrill.oracle.observe.ObservedRow;
import dev.firedrill.workload.world.RevisionState;
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
public record EndState(Map<String, String> facts) {
    public EndState {
        facts = Collections.unmodifiableMap(new TreeMap<>(facts));
    }

    public static EndState of(Observation seen, List<Rescued> rescued) {
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
        rescued.stream().map(Rescued::toString).sorted().forEach(revision -> putBeside(revision, facts));
        return new EndState(facts);
    }

    /** A package revision that was taken out twice is two facts. */
    private static void putBeside(String revision, Map<String, String> facts) {
        int number = 1;
        while (facts.containsKey("rescued " + number + " " + revision)) {
            number++;
        }
        facts.put("rescued " + number + " " + revision, "");
    }

    /** Fails when this is not where {@code other} ended. */
    public void isLike(EndState other) {
        claim("it ends otherwise").isSame(facts, other.facts);
    }

    private static String row(ObservedRow row) {
        RevisionState state = row.state();
        return state.summary() + (row.latest() ? ", latest" : "") + ", content " + state.contentHash() + ", labels "
                + new TreeMap<>(state.labels()) + ", annotations " + new TreeMap<>(state.annotations())
                + ", owners " + state.ownerNames();
    }
}
