package dev.firedrill.scenarios.plan;

import dev.firedrill.faults.RestoreOptions;
import dev.firedrill.model.Disaster;
import dev.firedrill.model.DraftBranches;
import dev.firedrill.model.Fate;
import dev.firedrill.model.GitFate;
import dev.firedrill.model.RecoveryPoint;
import dev.firedrill.model.Seed;
import dev.firedrill.model.Store;
import dev.firedrill.reports.result.MatrixCell;
import dev.firedrill.workload.ledger.Ledger;
import dev.firedrill.workload.random.RandomHistory;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * The plan of a disaster: what happens to each store, and what people do about it afterwards.
 *
 * @param disaster the fates, and what the operator says afterwards
 * @param restores how stores are put back
 * @param attended whether an orchestrator runs while the stores are taken away and put back
 * @param manifests whether GitOps applies the manifests to a control plane that was lost
 * @param rollout in which way it does
 */
public record DisasterPlan(
        Disaster disaster, RestoreOptions restores, boolean attended, boolean manifests, RolloutStrategy rollout) {
    /** Random disasters mostly meet an orchestrator that runs: the matrix has all of them without one. */
    private static final int UNATTENDED_ONE_IN = 4;

    /** The usual plan: GitOps applies everything, and an operator confirms what has to be confirmed. */
    public static DisasterPlan of(Fate controlPlane, Fate git, Fate database) {
        return new DisasterPlan(
                new Disaster(controlPlane, git, database), RestoreOptions.USUAL, true, true, RolloutStrategy.USUAL);
    }

    /**
     * How a random history ends. Objects come back in a random order and in small batches; whether an orchestrator runs
     * meanwhile is drawn from the seed as well.
     */
    public static DisasterPlan of(RandomHistory history, Ledger ledger) {
        Random random = new Seed(history.seed()).derive("comeback", 0).random();
        int batch = 1 + random.nextInt(RandomHistory.REPOSITORIES.size());
        boolean attended = random.nextInt(UNATTENDED_ONE_IN) > 0;
        // Tags that never were cannot be lost, and nobody could witness it.
        Disaster witnessed = history.disaster()
                .withoutGit((repository, fate) -> fate instanceof GitFate.TagsMissing
                        && ledger.latest().git().get(repository).tags().isEmpty());
        return new DisasterPlan(
                witnessed, RestoreOptions.USUAL, attended, true, RolloutStrategy.of(RolloutOrder.SHUFFLED, batch));
    }

    /** Nothing happens to any store. */
    public static DisasterPlan nothing() {
        return of(Fate.intact(), Fate.intact(), Fate.intact());
    }

    /** The same before GitOps has done anything. */
    public DisasterPlan withoutManifests() {
        return new DisasterPlan(disaster, restores, attended, false, rollout);
    }

    /** The same before an operator has confirmed anything. */
    public DisasterPlan withoutConfirmation() {
        return with(disaster.withoutConfirmation());
    }

    /** The same with objects coming back in another way. */
    public DisasterPlan withRollout(RolloutStrategy other) {
        return new DisasterPlan(disaster, restores, attended, manifests, other);
    }

    /** The same with a fate of its own for each of these git repositories. */
    public DisasterPlan withGit(Collection<String> names, GitFate fate) {
        Disaster changed = disaster;
        for (String name : names) {
            changed = changed.withGit(name, fate);
        }
        return with(changed);
    }

    /** The same with the orchestrator ended before the disaster, and started when all stores are back. */
    public DisasterPlan unattended() {
        return new DisasterPlan(disaster, restores, false, manifests, rollout);
    }

    /** The same with the package cache put back to {@code point} by its time alone. */
    public DisasterPlan restoredToTime(RecoveryPoint point, OffsetDateTime moment) {
        return with(new RestoreOptions(Map.of(point, moment), restores.resourceVersionsPass()));
    }

    /** The same with the drafts and proposals of the disaster, and nothing else, put into the new package cache. */
    public DisasterPlan withUnapprovedPutBack() {
        return with(disaster.withUnapprovedPutBack());
    }

    /** The same with a control plane whose server, once put back, writes more than the disaster undid. */
    public DisasterPlan withResourceVersionsPassed() {
        return with(new RestoreOptions(restores.moments(), true));
    }

    /** The same with drafts and proposals in git as {@code branches} says. */
    public DisasterPlan with(DraftBranches branches) {
        return with(disaster.with(branches));
    }

    private DisasterPlan with(Disaster changed) {
        return new DisasterPlan(changed, restores, attended, manifests, rollout);
    }

    private DisasterPlan with(RestoreOptions changed) {
        return new DisasterPlan(disaster, changed, attended, manifests, rollout);
    }

    /** Whether an operator confirms removals that ask for it. */
    public boolean confirmation() {
        return disaster.removalConfirmed();
    }

    /** Whether something is missing only until the recovery has dealt with that. */
    public boolean isTemporary() {
        return disaster.gitRepositories().values().stream().anyMatch(GitFate.TagsMissingForAWhile.class::isInstance);
    }

    /** The place in the skew matrix. */
    public MatrixCell cell() {
        return MatrixCell.of(disaster.controlPlane(), disaster.git(), disaster.database());
    }

    /** What becomes of the three stores, in words that no change of this class changes. */
    public String inWords() {
        return "control plane " + disaster.controlPlane() + ", git " + disaster.gitInWords() + ", package cache "
                + disaster.database();
    }

    /**
     * The stores that are lost or put back before anybody has looked at them, so that it makes no difference what they held
     * until then; none where an orchestrator runs until the disaster, or where what is lost is needed afterwards.
     */
    public Set<Store> replacedUnseen() {
        boolean seen = attended && !clusterIsLost();
        Set<Store> replaced = EnumSet.noneOf(Store.class);
        if (!seen && needsNothingOfTheEnd()) {
            disaster.fates().forEach((store, fate) -> {
                if (!(fate instanceof Fate.Intact)) {
                    replaced.add(store);
                }
            });
        }
        return replaced;
    }

    /** Whether no store is looked at, at the end of the history, for what has to be there afterwards. */
    private boolean needsNothingOfTheEnd() {
        return restores.equals(RestoreOptions.USUAL)
                && disaster.gitRepositories().isEmpty()
                && !disaster.unapprovedPutBack();
    }

    /** Whether the cluster goes, and the orchestrator with it. */
    public boolean clusterIsLost() {
        return disaster.controlPlane() instanceof Fate.Lost;
    }
}
