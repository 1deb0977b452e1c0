package dev.firedrill.recovery.variant;

import dev.firedrill.recovery.engine.NewRevision;
import dev.firedrill.recovery.engine.PackageEngine;
import dev.firedrill.recovery.engine.Refused;
import dev.firedrill.recovery.engine.Task;
import dev.firedrill.recovery.engine.User;
import dev.firedrill.recovery.journal.Journal;
import dev.firedrill.recovery.journal.Step;
import dev.firedrill.recovery.model.RevisionName;
import dev.firedrill.recovery.model.Variant;
import dev.firedrill.recovery.model.VariantStatus;
import dev.firedrill.recovery.port.Cluster;
import dev.firedrill.recovery.port.ClusterRefused;
import dev.firedrill.recovery.port.ClusterUnavailable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Applies what {@link VariantRules} decide. */
public final class VariantController {
    private static final Logger LOG = LoggerFactory.getLogger(VariantController.class);

    private final PackageEngine engine;
    private final Cluster cluster;
    private final Journal journal;

    public VariantController(PackageEngine engine, Cluster cluster, Journal journal) {
        this.engine = engine;
        this.cluster = cluster;
        this.journal = journal;
    }

    /**
     * Decides each variant once and does what it wants done.
     *
     * @param rescueSet where discarded drafts go
     */
    public RoundResult round(List<Variant> variants, World world, String rescueSet) {
        Map<Variant, VariantStatus> statuses = new LinkedHashMap<>();
        List<String> withdrawals = new ArrayList<>();
        boolean changed = false;
        for (Variant variant : variants) {
            Turn turn = new Turn(variant, rescueSet, withdrawals);
            turn.take(world);
            changed |= turn.changed;
            if (!turn.released) {
                statuses.put(variant, turn.status);
            }
        }
        return new RoundResult(changed, statuses, withdrawals);
    }

    /** One variant's turn; a failure in it concerns that variant alone. */
    private final class Turn {
        private final Variant variant;
        private final String rescueSet;
        private final List<String> withdrawals;
        private VariantStatus status = VariantDecision.failed("the variant was not looked at");
        private boolean changed;
        private boolean released;

        Turn(Variant variant, String rescueSet, List<String> withdrawals) {
            this.variant = variant;
            this.rescueSet = rescueSet;
            this.withdrawals = withdrawals;
        }

        void take(World world) {
            try {
                if (!variant.deleting()) {
                    cluster.hold(variant);
                }
                VariantDecision decision = VariantRules.decide(variant, world);
                status = decision.status();
                decision.actions().forEach(this::act);
            } catch (Refused | ClusterRefused e) {
                status = VariantDecision.failed(String.valueOf(e.getMessage()));
            } catch (ClusterUnavailable e) {
                throw e;
            } catch (RuntimeException e) {
                LOG.error("PackageVariant '{}' failed inside of the recovery", variant.name(), e);
                status = VariantDecision.failed("the variant failed inside of the recovery, whose log says why");
            }
        }

        private void act(VariantAction action) {
            apply(variant, action, rescueSet, withdrawals);
            // A variant may stay for the finalizers of others; that is no reason for a further round.
            boolean release = action instanceof VariantAction.Release;
            changed |= !release;
            released |= release;
        }
    }

    private void apply(Variant variant, VariantAction action, String rescueSet, List<String> withdrawals) {
        if (action instanceof VariantAction.MakeDraft draft) {
            make(variant, draft.draft(), new Task.Clone(draft.upstream().objectName()));
        } else if (action instanceof VariantAction.UpgradeDraft draft) {
            make(
                    variant,
                    draft.draft(),
                    new Task.Upgrade(
                            draft.oldUpstream().objectName(),
                            draft.newUpstream().objectName(),
                            draft.local().objectName()));
        } else if (action instanceof VariantAction.Rewrite rewrite) {
            rewrite(variant, rewrite, withdrawals);
        } else if (action instanceof VariantAction.Discard discard) {
            String reason = "PackageVariant '" + variant.name() + "' ended and its deletion policy is delete";
            LOG.info("{}: taken out of the cache, {}", discard.row().name(), reason);
            engine.discard(discard.row(), discard.disowned(), rescueSet, reason);
            journal.step(Step.REVISION_RESCUED, discard.row().name().objectName());
        } else {
            cluster.release(variant);
        }
    }

    private void rewrite(Variant variant, VariantAction.Rewrite rewrite, List<String> withdrawals) {
        String name = rewrite.seen().name().objectName();
        if (rewrite.why() == VariantAction.Why.WITHDRAW_DELETION) {
            // Said before it is done: a process that is killed in between has then said it all the same.
            String withdrawal = "The proposal to delete package revision '" + name
                    + "' was taken back, because PackageVariant '" + variant.name()
                    + "' owns it; to delete it, delete the variant first.";
            LOG.warn("{}", withdrawal);
            withdrawals.add(withdrawal);
        } else {
            LOG.info("{}: {} (PackageVariant '{}')", name, rewrite.why().text(), variant.name());
        }
        engine.rewrite(rewrite.seen(), rewrite.wanted(), User.controller());
        journal.step(Step.REVISION_ADOPTED, name);
    }

    private void make(Variant variant, RevisionName draft, Task task) {
        LOG.info("{}: made for PackageVariant '{}'", draft.objectName(), variant.name());
        engine.create(
                new NewRevision(
                        draft.repository(),
                        draft.packageName().path(),
                        draft.workspace(),
                        task,
                        variant.labels(),
                        variant.annotations(),
                        List.of(new Ownership(variant).reference()),
                        List.of(),
                        List.of(),
                        variant.packageContext()),
                User.controller());
        journal.step(Step.DRAFT_MADE, draft.objectName());
    }

    /**
     * What one round did.
     *
     * @param changed whether anything was written, so that another round is due
     * @param statuses what to say about the variants when no further round follows
     * @param withdrawals proposals of deletion that were taken back, in sentences
     */
    public record RoundResult(boolean changed, Map<Variant, VariantStatus> statuses, List<String> withdrawals) {
        public RoundResult {
            statuses = Map.copyOf(statuses);
            withdrawals = List.copyOf(withdrawals);
        }
    }
}
