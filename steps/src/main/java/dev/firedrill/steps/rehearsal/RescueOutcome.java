package dev.firedrill.steps.rehearsal;

import static dev.firedrill.steps.rehearsal.Claim.claim;

import dev.firedrill.fixtures.ledger.Ledger;
import dev.firedrill.fixtures.observe.Observation;
import dev.firedrill.fixtures.world.RevisionId;
import dev.firedrill.vocabulary.RecoveryPoint;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What was taken out of the cache and can be brought back. */
public final class RescueOutcome {
    private final Ledger ledger;
    private final Observation after;
    private final RescueShelf shelf;

    RescueOutcome(Ledger ledger, Observation after, RescueShelf shelf) {
        this.ledger = ledger;
        this.after = after;
        this.shelf = shelf;
    }

    /** Each package revision that was in the cache at the disaster, and is not now, is in a rescue set. */
    public void holdsWhatWasGivenUp() {
        Set<String> missing = ledger.stateAt(RecoveryPoint.DISASTER).rows().values().stream()
                .filter(state -> !state.placeholder())
                .map(state -> state.id())
                .filter(id -> !after.rows().containsKey(id))
                .map(RevisionId::objectName)
                .collect(Collectors.toCollection(TreeSet::new));
        claim("whether the cache gave something up").isEqual(missing.isEmpty(), false);
        missing.removeAll(names());
        claim("what the cache gave up and no rescue set holds").isSame(missing, Set.of());
    }

    /** The content that a package revision had at the disaster is in a rescue set. */
    public void holds(RevisionId id) {
        claim("names in the rescue sets").contains(names(), id.objectName());
    }

    private Set<String> names() {
        return shelf.revisions().stream()
                .map(revision -> revision.path("name").asText())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
