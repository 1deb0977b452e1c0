package dev.firedrill.proof.differential;

import dev.firedrill.model.Disaster;
import dev.firedrill.oracle.expect.ExpectationModel;
import dev.firedrill.oracle.expect.Expected;
import dev.firedrill.workload.ledger.Change;
import dev.firedrill.workload.ledger.Ledger;
import dev.firedrill.workload.ledger.LedgerWorkload;
import dev.firedrill.workload.ledger.Operation;
import dev.firedrill.workload.random.RandomNames;
import dev.firedrill.workload.world.RevisionId;
import dev.firedrill.workload.world.RevisionState;
import dev.firedrill.workload.world.VariantState;
import dev.firedrill.workload.world.VariantState.Adoption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Variants on paper: what they follow, and what a faultless orchestrator has done for them once it had the time. */
final class LedgerVariants {
    private static final String UPSTREAM_PACKAGE = "base";

    private final Ledger ledger;
    private final LedgerWorkload workload;
    private final List<RevisionId> releases = new ArrayList<>();
    private final Map<String, VariantState> variants = new TreeMap<>();

    LedgerVariants(Ledger ledger, LedgerWorkload workload) {
        this.ledger = ledger;
        this.workload = workload;
    }

    void release(int number) {
        // No workspace is used twice, so that a name says which content is meant.
        var id = new RevisionId(RandomNames.CATALOG, UPSTREAM_PACKAGE, "release-" + number);
        workload.create(id, id + " #" + number, Map.of(), Map.of());
        workload.propose(id);
        workload.approve(id);
        releases.add(id);
    }

    void retire(int which) {
        if (!releases.isEmpty()) {
            var id = releases.remove(which % releases.size());
            workload.proposeDeletion(id);
            workload.delete(id);
        }
    }

    void unregistered(String repository) {
        if (repository.equals(RandomNames.CATALOG)) {
            releases.clear();
        }
    }

    void follow(String name, int which, int number) {
        if (releases.isEmpty()) {
            return;
        }
        var upstream = releases.get(which % releases.size());
        var variant = variants.containsKey(name)
                ? variants.get(name).following(upstream)
                : new VariantState(
                        name,
                        "uid-" + name + "-" + number,
                        upstream,
                        RandomNames.DOWNSTREAM,
                        RandomNames.packageOf(name),
                        number % 2 == 0 ? Adoption.EXISTING : Adoption.NONE,
                        Map.of("variant", name),
                        Map.of());
        variants.put(name, variant);
        workload.variant(variant);
    }

    void end(String name) {
        if (variants.containsKey(name)) {
            workload.removeVariant(variants.remove(name));
        }
    }

    /** Writes down what the orchestrator has done for the variants. */
    void settle() {
        if (variants.isEmpty()) {
            return;
        }
        var after = ExpectationModel.of(ledger, Disaster.none());
        var before = after.atDisaster();
        after.revisions().values().stream()
                .filter(state -> !state.equals(before.rows().get(state.id())))
                .forEach(state -> observe(after, state, !before.rows().containsKey(state.id())));
    }

    private void observe(Expected after, RevisionState state, boolean made) {
        var id = state.id();
        var variant = after.variants().values().stream()
                .filter(one -> one.state().keeps(id))
                .findFirst()
                .orElseThrow()
                .state();
        workload.observe(made ? state.containing("derived from " + variant.upstream()) : state);
        if (made) {
            ledger.done("paper", Operation.OBSERVE, id.objectName(), new Change.Derived(id, variant.upstream()));
        }
    }
}
