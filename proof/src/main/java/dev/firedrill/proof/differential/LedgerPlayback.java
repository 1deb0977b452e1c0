package dev.firedrill.proof.differential;

import dev.firedrill.workload.ledger.Change;
import dev.firedrill.workload.ledger.Ledger;
import dev.firedrill.workload.ledger.LedgerWorkload;
import dev.firedrill.workload.ledger.Operation;
import dev.firedrill.workload.random.RandomHistory;
import dev.firedrill.workload.random.RandomNames;
import dev.firedrill.workload.random.Step;
import dev.firedrill.workload.random.Step.Deed;
import dev.firedrill.workload.random.Step.Touch;
import dev.firedrill.workload.world.GitState;
import dev.firedrill.workload.world.Lifecycle;
import dev.firedrill.workload.world.RevisionState;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Writes into a ledger what comes of steps, and leaves out those that Porch would refuse. */
final class LedgerPlayback {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC);

    private final Ledger ledger;
    private final LedgerWorkload workload;
    private final LedgerVariants variants;
    private final Set<String> registered = new HashSet<>();

    private LedgerPlayback(Ledger ledger) {
        this.ledger = ledger;
        this.workload = new LedgerWorkload(ledger);
        this.variants = new LedgerVariants(ledger, workload);
    }

    /** What a faultless orchestrator would have acknowledged. Points that the disaster needs are always there. */
    static Ledger ledger(RandomHistory history) {
        var ledger = new Ledger(CLOCK);
        new LedgerPlayback(ledger).play(history.steps());
        return ledger;
    }

    private void play(List<Step> steps) {
        // Git repositories outlive every registration, and are there before the first.
        RandomHistory.REPOSITORIES.forEach(
                name -> ledger.done("paper", Operation.SEED, name, new Change.Seeded(name, GitState.empty())));
        steps.forEach(this::play);
        variants.settle();
    }

    private void play(Step step) {
        if (step instanceof Touch touch) {
            if (registered.contains(touch.id().repository()) && possible(touch)) {
                touch(touch);
            }
        } else if (step instanceof Step.Register register) {
            if (registered.add(register.repository())) {
                workload.register(register.repository());
            }
        } else if (step instanceof Step.Unregister unregister) {
            if (registered.remove(unregister.repository())) {
                workload.unregister(unregister.repository());
                variants.unregistered(unregister.repository());
            }
        } else if (step instanceof Step.Keep keep) {
            variants.settle();
            workload.keep(keep.point());
        } else {
            vary(step);
        }
    }

    private void vary(Step step) {
        var catalog = registered.contains(RandomNames.CATALOG);
        if (step instanceof Step.Release release && catalog) {
            variants.release(release.number());
        } else if (step instanceof Step.Retire retire && catalog) {
            variants.retire(retire.which());
        } else if (step instanceof Step.Follow follow) {
            variants.follow(follow.variant(), follow.which(), follow.number());
        } else if (step instanceof Step.End end) {
            variants.end(end.variant());
        }
    }

    private boolean possible(Touch touch) {
        var state = workload.find(touch.id());
        if (touch.deed() == Deed.CREATE) {
            // These names are the orchestrator's to give.
            return state.isEmpty() && !touch.id().workspace().startsWith("packagevariant-");
        }
        return state.map(found -> allows(found, touch.deed())).orElse(false);
    }

    private static boolean allows(RevisionState state, Deed deed) {
        var lifecycle = state.lifecycle();
        return switch (deed) {
            case CREATE -> false;
            case RELABEL -> !state.placeholder();
            case EDIT, PROPOSE -> lifecycle == Lifecycle.DRAFT;
            case APPROVE, REJECT -> lifecycle == Lifecycle.PROPOSED;
            case PROPOSE_DELETION -> lifecycle == Lifecycle.PUBLISHED && !state.placeholder();
            case REJECT_DELETION -> lifecycle == Lifecycle.DELETION_PROPOSED;
            case DELETE -> lifecycle != Lifecycle.PUBLISHED;
        };
    }

    private void touch(Touch touch) {
        var id = touch.id();
        var content = id + " #" + touch.number();
        var number = Map.of("number", String.valueOf(touch.number()));
        switch (touch.deed()) {
            case CREATE -> workload.create(id, content, number, number);
            case EDIT -> workload.edit(id, content);
            case RELABEL -> workload.relabel(id, number, number);
            case PROPOSE -> workload.propose(id);
            case REJECT -> workload.reject(id);
            case APPROVE -> workload.approve(id);
            case PROPOSE_DELETION -> workload.proposeDeletion(id);
            case REJECT_DELETION -> workload.rejectDeletion(id);
            case DELETE -> workload.delete(id);
        }
    }
}
