package dev.firedrill.scenarios.assertion;

import static dev.firedrill.scenarios.assertion.Expect.claim;

import dev.firedrill.environments.role.system.Rescues;
import dev.firedrill.environments.role.system.Rescues.Rescued;
import dev.firedrill.oracle.observe.Observation;
import dev.firedrill.oracle.observe.RescuedCopy;
import dev.firedrill.scenarios.recording.Claims;
import dev.firedrill.scenarios.testbed.RescueClient;
import dev.firedrill.workload.world.Lifecycle;
import dev.firedrill.workload.world.RevisionId;
import dev.firedrill.workload.world.RevisionState;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What was taken out of the cache and can be brought back. Claims are held against the tables of the rescue sets, whole,
 * and the tables against what {@code rescue show} prints of them.
 */
public final class RescueSetAssert {
    private final Map<RevisionId, RevisionState> former;
    private final Observation after;
    private final Claims claims;
    private final Instant since;

    /**
     * What was taken out after {@code since}.
     *
     * @param former what the cache held before the recovery, or whatever else took something out
     */
    public RescueSetAssert(Map<RevisionId, RevisionState> former, Observation after, Claims claims, Instant since) {
        this.former = former;
        this.after = after;
        this.claims = claims;
        this.since = since;
    }

    /** Each package revision that was in the cache, and is not now, is in a rescue set, whole. */
    public void holdsWhatWasGivenUp() {
        List<RevisionState> gone = former.values().stream()
                .filter(state -> !state.placeholder())
                .filter(state -> !after.rows().containsKey(state.id()))
                .toList();
        claim("whether the cache gave something up").isEqual(gone.isEmpty(), false);
        holdsAll(gone);
    }

    /** The former content of a package revision is in a rescue set, with lifecycle, number, labels and annotations. */
    public void holds(RevisionId id) {
        holdsAll(Optional.ofNullable(former.get(id)).stream().toList());
        claim("whether the cache had " + id).isEqual(former.containsKey(id), true);
    }

    /** All of these are in rescue sets, each as it was. */
    public void holdsAll(Collection<RevisionState> states) {
        claims.where(
                Rescues.class,
                "the rescue sets hold each of " + states.size() + " package revisions as it was",
                rescues -> holdsAll(states, copies(new RescueClient(rescues, since))));
    }

    private static void holdsAll(Collection<RevisionState> states, List<RescuedCopy> copies) {
        Map<String, String> wanted = new TreeMap<>();
        Map<String, String> seen = new TreeMap<>();
        for (RevisionState state : states) {
            String name = state.id().objectName();
            wanted.put(name, facts(state));
            List<String> held = copies.stream()
                    .filter(copy -> copy.name().equals(name))
                    .map(copy -> facts(state(state.id(), copy)))
                    .toList();
            if (!held.isEmpty()) {
                seen.put(name, held.contains(facts(state)) ? facts(state) : held.get(0));
            }
        }
        claim("what no rescue set holds as it was").isSame(seen, wanted);
    }

    /** The copies of the sets since the disaster; what {@code rescue show} prints must be the same. */
    private List<RescuedCopy> copies(RescueClient shelf) {
        Set<String> sets = Set.copyOf(shelf.sets());
        List<RescuedCopy> copies = RescuedCopy.in(after.facts()).stream()
                .filter(copy -> sets.contains(copy.set()))
                .toList();
        List<String> printed = shelf.revisions().stream()
                .map(RescueSetAssert::printed)
                .sorted()
                .toList();
        List<String> written =
                copies.stream().map(RescueSetAssert::written).sorted().toList();
        claim("what 'rescue show' prints, beside what the tables hold").isEqual(printed, written);
        return copies;
    }

    private static String written(RescuedCopy copy) {
        return String.join(
                " ",
                copy.name(),
                copy.lifecycle(),
                String.valueOf(copy.revision()),
                ContentHash.of(copy.content()),
                new TreeMap<>(copy.labels()).toString(),
                new TreeMap<>(copy.annotations()).toString());
    }

    private static String printed(Rescued revision) {
        return String.join(
                " ",
                revision.name(),
                revision.lifecycle(),
                String.valueOf(revision.revision()),
                revision.contentHash(),
                revision.labels().toString(),
                revision.annotations().toString());
    }

    private static RevisionState state(RevisionId id, RescuedCopy copy) {
        return new RevisionState(
                id,
                Lifecycle.of(copy.lifecycle()),
                copy.revision(),
                copy.content().hash(),
                copy.labels(),
                copy.annotations(),
                Set.of());
    }

    private static String facts(RevisionState state) {
        return state.ownedBy(Set.of()).details() + " " + state.contentHash();
    }
}
