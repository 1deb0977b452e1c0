package dev.firedrill.proof.differential;

import dev.firedrill.recovery.engine.RepositoryState;
import dev.firedrill.recovery.model.CachedRevision;
import dev.firedrill.recovery.model.GitLock;
import dev.firedrill.recovery.model.GitView;
import dev.firedrill.recovery.model.Lifecycle;
import dev.firedrill.recovery.model.Metadata;
import dev.firedrill.recovery.model.RevisionName;
import dev.firedrill.recovery.model.Variant;
import dev.firedrill.recovery.plan.Consent;
import dev.firedrill.recovery.plan.Notice;
import dev.firedrill.recovery.plan.PendingRemoval;
import dev.firedrill.recovery.plan.Plan;
import dev.firedrill.recovery.plan.Planner;
import dev.firedrill.recovery.variant.VariantAction;
import dev.firedrill.recovery.variant.VariantRules;
import dev.firedrill.recovery.variant.World;
import dev.firedrill.workload.world.Owner;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;

/** The recovery on three stores in memory: its decisions are the shipped ones, only their application is not. */
final class InMemoryRecovery {
    private static final int PATIENCE = 20;

    private final InMemoryStores memory;
    private final InMemoryApplier applier;
    private final Planner planner;
    private final boolean confirms;
    private final Random random;
    private Consent consent = Consent.none();

    InMemoryRecovery(InMemoryStores memory, Planner planner, boolean confirms, Random random) {
        this.memory = memory;
        this.applier = new InMemoryApplier(memory);
        this.planner = planner;
        this.confirms = confirms;
        this.random = random;
    }

    /** Passes until there is nothing left to do. */
    void settle() {
        for (int pass = 0; pass < PATIENCE; pass++) {
            inAnyOrder().actions().forEach(applier::apply);
            var second = planner.plan(memory.observed(consent));
            if (!second.isEmpty()) {
                throw new NotIdempotent("a second plan is not empty: " + second.actions());
            }
            var asked = confirms && !second.pendingRemovals().isEmpty();
            if (asked) {
                consent = new Consent(
                        second.pendingRemovals().stream()
                                .collect(Collectors.toMap(PendingRemoval::repository, PendingRemoval::token)),
                        false);
            }
            if (!asked && !variants(second)) {
                return;
            }
        }
        throw new NotIdempotent("there is still something to do after " + PATIENCE + " passes");
    }

    /** The plan, which must not depend on the order in which the stores tell what they hold. */
    private Plan inAnyOrder() {
        var plan = planner.plan(memory.observed(consent));
        if (!plan.equals(planner.plan(memory.shuffled(consent, random)))) {
            throw new NotIdempotent("the plan depends on the order in which the stores are read: " + plan);
        }
        return plan;
    }

    /** Lets each variant decide once; whether anything was done. */
    private boolean variants(Plan plan) {
        var changed = false;
        for (var variant : memory.variants()) {
            var decision = VariantRules.decide(variant, new World(memory.shown(), states(plan), memory.living()));
            decision.actions().forEach(action -> apply(variant, action));
            changed |= !decision.actions().isEmpty();
        }
        return changed;
    }

    private Map<String, RepositoryState> states(Plan plan) {
        var observed = memory.observed(consent);
        var states = new HashMap<String, RepositoryState>();
        for (var object : memory.objects()) {
            var good = observed.git().get(object.name()) instanceof GitView.Readable
                    && plan.notices(object.name()).stream().map(Notice::kind).noneMatch(Notice.Kind::holdsUp);
            states.put(
                    object.name(),
                    good
                            ? new RepositoryState.Aligned(object)
                            : new RepositoryState.Unaligned(Optional.of(object), "not aligned"));
        }
        return states;
    }

    private void apply(Variant variant, VariantAction action) {
        if (action instanceof VariantAction.MakeDraft make) {
            make(variant, make.draft(), make.upstream());
        } else if (action instanceof VariantAction.UpgradeDraft upgrade) {
            make(variant, upgrade.draft(), upgrade.newUpstream());
        } else if (action instanceof VariantAction.Rewrite rewrite) {
            memory.cache().replace(rewrite.seen(), rewrite.wanted());
        } else {
            throw new NotIdempotent("nobody asked for " + action);
        }
    }

    private void make(Variant variant, RevisionName draft, RevisionName upstream) {
        var source = memory.shown().stream()
                .filter(row -> row.name().equals(upstream))
                .findFirst()
                .orElseThrow(() -> new NotIdempotent(upstream + " is not there to be cloned"));
        memory.cache()
                .insert(new CachedRevision(
                        draft,
                        0,
                        Lifecycle.DRAFT,
                        false,
                        new Metadata(
                                variant.labels(),
                                variant.annotations(),
                                List.of(ModelMapper.reference(new Owner(variant.name(), variant.uid()))),
                                List.of(),
                                Instant.EPOCH,
                                Optional.empty()),
                        ModelMapper.content("derived from " + ModelMapper.id(upstream), Optional.of(source.lock())),
                        Optional.empty(),
                        "",
                        new GitLock("", draft.packageName().path(), "", GitLock.NOT_PUSHED),
                        Instant.EPOCH,
                        ""));
    }
}
