package dev.firedrill.scenarios.assertion;

import dev.firedrill.model.RecoveryPoint;
import dev.firedrill.model.SystemStatement;
import dev.firedrill.oracle.observe.Fingerprint;
import dev.firedrill.oracle.observe.Observation;
import dev.firedrill.oracle.observe.ObservedGit;
import dev.firedrill.oracle.observe.ObservedRepository;
import dev.firedrill.oracle.observe.ObservedRevision;
import dev.firedrill.oracle.observe.ObservedRow;
import dev.firedrill.oracle.observe.ObservedVariant;
import dev.firedrill.oracle.snapshot.Snapshot;
import dev.firedrill.workload.ledger.Change;
import dev.firedrill.workload.ledger.Ledger;
import dev.firedrill.workload.ledger.Operation;
import dev.firedrill.workload.porch.PackageRevision;
import dev.firedrill.workload.world.GitState;
import dev.firedrill.workload.world.Lifecycle;
import dev.firedrill.workload.world.Owner;
import dev.firedrill.workload.world.RepositoryState;
import dev.firedrill.workload.world.RevisionId;
import dev.firedrill.workload.world.RevisionState;
import dev.firedrill.workload.world.VariantState;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** What the stores and the public API of a small installation hold, written by hand, and the ledger of how it came about. */
final class Seen {
    static final Instant AT = Instant.parse("2026-11-21T03:00:00Z");
    static final RevisionId DRAFT = new RevisionId("packages", "a", "first");
    static final RevisionId PUBLISHED = new RevisionId("packages", "b", "first");
    static final RevisionId ELSEWHERE = new RevisionId("catalog", "c", "first");

    final Map<RevisionId, RevisionState> rows = new TreeMap<>();
    final Map<RevisionId, RevisionState> listed = new TreeMap<>();
    final Map<String, ObservedGit> git = new TreeMap<>();
    final Map<String, ObservedRepository> repositories = new TreeMap<>();
    final Map<String, ObservedVariant> variants = new TreeMap<>();
    Optional<SystemStatement> said = Optional.empty();
    Snapshot facts = Snapshot.empty();

    /** As everything was at the disaster. */
    Seen() {
        // The rows of the ledger: beside each published package stands a placeholder of its branch.
        ledger().stateAt(RecoveryPoint.DISASTER).rows().values().forEach(this::holds);
        repository("packages", "uid-packages", true, "");
        repository("catalog", "uid-catalog", true, "");
        variant("follower", "uid-follower", false, "");
    }

    /** The ledger of everything that is there at the disaster; at P1 the published revision was a draft of its own. */
    static Ledger ledger() {
        Ledger ledger = new Ledger(Clock.systemUTC());
        for (String name : List.of("packages", "catalog")) {
            write(ledger, new Change.Registered(RepositoryState.named(name, "uid-" + name)));
        }
        write(ledger, new Change.VariantWritten(variantState("uid-follower")));
        write(ledger, new Change.Written(RevisionState.draft(PUBLISHED, "hash-of-P1")));
        write(ledger, new Change.Kept(RecoveryPoint.P1));
        states().forEach(state -> write(ledger, new Change.Written(state)));
        write(ledger, new Change.Kept(RecoveryPoint.DISASTER));
        return ledger;
    }

    private static void write(Ledger ledger, Change change) {
        ledger.done("test", Operation.OBSERVE, "it", change);
    }

    private static List<RevisionState> states() {
        return List.of(
                RevisionState.draft(DRAFT, "hash-a"),
                new RevisionState(
                        PUBLISHED,
                        Lifecycle.PUBLISHED,
                        1,
                        "hash-b",
                        Map.of("team", "red"),
                        Map.of("note", "mine"),
                        Set.of(new Owner("follower", "uid-follower"))),
                RevisionState.fromGit(ELSEWHERE, 1, "hash-c"));
    }

    private static VariantState variantState(String uid) {
        return new VariantState(
                "follower", uid, ELSEWHERE, "packages", "b", VariantState.Adoption.NONE, Map.of(), Map.of());
    }

    /** What the ledger says of one revision at the disaster. */
    static RevisionState then(RevisionId id) {
        return states().stream()
                .filter(state -> state.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    /** A row, listed as it is. */
    void holds(RevisionState state) {
        rows.put(state.id(), state);
        listed.put(state.id(), state);
    }

    /** Nothing of a revision any more. */
    void lost(RevisionId id) {
        rows.remove(id);
        listed.remove(id);
    }

    void repository(String name, String uid, boolean ready, String message) {
        repositories.put(
                name,
                new ObservedRepository(
                        RepositoryState.named(name, uid), Optional.of(ready), message, Optional.of(AT), true, "1"));
    }

    void variant(String name, String uid, boolean stalled, String message) {
        variants.put(
                name,
                new ObservedVariant(variantState(uid), Optional.of(!stalled), Optional.of(stalled), message, "1"));
    }

    void git(String name, GitState state, Map<String, String> refs) {
        git.put(name, new ObservedGit(true, refs, state, Set.of(), List.of()));
    }

    Observation observation() {
        Map<RevisionId, ObservedRow> cached = new TreeMap<>();
        rows.forEach((id, state) -> cached.put(id, new ObservedRow(state, false, true, Optional.empty())));
        Map<RevisionId, ObservedRevision> shown = new TreeMap<>();
        listed.forEach((id, state) -> shown.put(id, shown(state)));
        return new Observation(
                AT,
                shown,
                cached,
                repositories.keySet(),
                git,
                repositories,
                variants,
                new Fingerprint("rows", 1, 0),
                said,
                facts);
    }

    private static ObservedRevision shown(RevisionState state) {
        PackageRevision revision = new PackageRevision(
                state.id(),
                state.lifecycle(),
                state.revision(),
                state.labels(),
                state.annotations(),
                state.owners(),
                false,
                "uid",
                "1");
        return new ObservedRevision(revision, state.contentHash());
    }
}
