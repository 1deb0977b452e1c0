package dev.firedrill.scenarios.action;

import static dev.firedrill.scenarios.assertion.Expect.claim;

import dev.firedrill.environments.role.system.Rescues.Rescued;
import dev.firedrill.environments.role.system.Rescues.Returned;
import dev.firedrill.model.RecoveryPoint;
import dev.firedrill.oracle.observe.Observation;
import dev.firedrill.scenarios.plan.PackageNames;
import dev.firedrill.scenarios.run.ScenarioRun;
import dev.firedrill.scenarios.testbed.RescueClient;
import dev.firedrill.workload.world.Lifecycle;
import dev.firedrill.workload.world.RevisionId;
import dev.firedrill.workload.world.RevisionState;
import dev.firedrill.workload.world.World;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** An operator brings back what alignment took out of the package cache; and what is there then. */
public final class RescueRestore {
    private static final String GONE = "gone";

    private final ScenarioRun run;
    private final RescueClient rescues;
    private final List<Returned> returned = new ArrayList<>();
    private List<String> sets = List.of();
    private List<String> inSets = List.of();
    private Set<String> givenUp = Set.of();
    private Observation after;

    private RescueRestore(ScenarioRun run) {
        this.run = run;
        this.rescues = run.rescueShelf();
        this.after = run.observe();
    }

    /** Brings everything back that is in a rescue set now. */
    static RescueRestore of(ScenarioRun run) {
        RescueRestore restore = new RescueRestore(run);
        restore.givenUp = restore.missing();
        restore.inSets =
                restore.rescues.revisions().stream().map(Rescued::name).sorted().toList();
        restore.sets = restore.rescues.sets();
        restore.returned.addAll(restore.restore());
        return restore;
    }

    /**
     * Everything that was in a rescue set is a draft now, whole; among it is everything that the cache had at the disaster and
     * had no longer. What a PackageVariant had made anew meanwhile comes back beside it.
     */
    public void everythingIsADraft() {
        claim("whether the cache had given anything up").isEqual(givenUp.isEmpty(), false);
        claim("what came back")
                .isEqual(returned.stream().map(Returned::was).sorted().toList(), inSets);
        Set<String> forgotten = new TreeSet<>(givenUp);
        inSets.forEach(forgotten::remove);
        claim("what the cache gave up and no rescue set held").isSame(forgotten, Set.of());
        areWhole(returned);
        claim("what is still in a rescue set").isEqual(rescues.sets(), List.of());
    }

    /** Each of these packages came back, and its draft is whole. */
    public void areDrafts(List<String> packageNames) {
        for (String name : packageNames) {
            areWhole(List.of(theOneOf(PackageNames.named(name))));
        }
    }

    /** Doing the same again brings nothing back and changes nothing. */
    public void onceIsEnough() {
        Map<RevisionId, RevisionState> before = rows();
        claim("what came back the second time").isEqual(restore(), List.of());
        claim("rows after the second time").isSame(rows(), before);
    }

    /** A package revision whose name is taken came back beside the one that has it. */
    public void cameBackBeside(String packageName) {
        RevisionId id = PackageNames.named(packageName);
        Returned back = theOneOf(id);
        claim("whether " + back.now() + " has a name of its own")
                .isEqual(back.now().equals(id.objectName()), false);
        areWhole(List.of(back));
        claim("lifecycle of " + id)
                .isEqual(
                        Optional.ofNullable(rows().get(id)).map(RevisionState::lifecycle),
                        Optional.of(Lifecycle.PUBLISHED));
    }

    /** What was in the cache at the disaster and is not there now. */
    private Set<String> missing() {
        Set<String> missing = new TreeSet<>();
        world().rows().values().stream()
                .filter(state -> !state.placeholder() && !after.rows().containsKey(state.id()))
                .forEach(state -> missing.add(state.id().objectName()));
        return missing;
    }

    private List<Returned> restore() {
        List<Returned> back = rescues.restore(sets);
        run.recovery().settle(false);
        after = run.observe();
        return back;
    }

    private Returned theOneOf(RevisionId id) {
        return returned.stream()
                .filter(one -> one.was().equals(id.objectName()))
                .findFirst()
                .orElseThrow(() -> new AssertionError(id + " did not come back; these did: " + returned));
    }

    /** Compares content hash, labels and annotations with those of the ledger at the disaster. */
    private void areWhole(List<Returned> drafts) {
        Map<String, RevisionState> then = byName(world().rows());
        Map<String, RevisionState> now = byName(rows());
        Map<String, String> wanted = new TreeMap<>();
        Map<String, String> seen = new TreeMap<>();
        for (Returned draft : drafts) {
            wanted.put(
                    draft.was(),
                    Optional.ofNullable(then.get(draft.was()))
                            .map(this::asDraft)
                            .orElse(GONE));
            seen.put(
                    draft.was(),
                    Optional.ofNullable(now.get(draft.now())).map(this::facts).orElse(GONE));
        }
        claim("what came back").isSame(seen, wanted);
    }

    private String asDraft(RevisionState was) {
        return facts(was.in(Lifecycle.DRAFT).numbered(0));
    }

    /** Owners come back with their PackageVariants and not with a draft. */
    private String facts(RevisionState state) {
        return state.lifecycle().text() + " " + state.revision() + ", content " + state.contentHash() + ", labels "
                + new TreeMap<>(state.labels()) + ", annotations " + new TreeMap<>(state.annotations());
    }

    private Map<RevisionId, RevisionState> rows() {
        Map<RevisionId, RevisionState> rows = new TreeMap<>();
        after.rows().forEach((id, row) -> rows.put(id, row.state()));
        return rows;
    }

    private World world() {
        return run.ledger().stateAt(RecoveryPoint.DISASTER);
    }

    private static Map<String, RevisionState> byName(Map<RevisionId, RevisionState> rows) {
        Map<String, RevisionState> named = new TreeMap<>();
        rows.forEach((id, state) -> named.put(id.objectName(), state));
        return named;
    }
}
