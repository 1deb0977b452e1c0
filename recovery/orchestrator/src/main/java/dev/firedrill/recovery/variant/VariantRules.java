package dev.firedrill.recovery.variant;

import dev.firedrill.recovery.engine.Names;
import dev.firedrill.recovery.model.CachedRevision;
import dev.firedrill.recovery.model.GitLock;
import dev.firedrill.recovery.model.Lifecycle;
import dev.firedrill.recovery.model.OwnerReference;
import dev.firedrill.recovery.model.PackageName;
import dev.firedrill.recovery.model.RevisionName;
import dev.firedrill.recovery.model.Variant;
import dev.firedrill.recovery.plan.NotActedOn;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Decides what a PackageVariant wants done. A pure function: no store, no clock.
 *
 * <p>Nothing is ever done in a downstream repository that is not registered and aligned, so that no draft can take the
 * name of a revision that git is about to bring back.
 *
 * <p>Revisions that carry a reference to an earlier life of the variant (same name, another UID) and lie in its downstream
 * package are its own: the variant was created anew. Only the UID is rewritten. Outside of the downstream package such
 * references are left alone, for nothing says that they should follow.
 *
 * <p>A proposal of deletion of a target is taken back, as Porch does: a living variant that owns a revision wants it. In
 * daily work the proposal was made against the variant's wish. After a restore it may be older than the variant, or have
 * been made by the very deletion of the variant that came back; which of them it is cannot be told from the stores. The
 * control plane is the truth for variants, so the variant wins, and no content is lost by that. That a user proposed the
 * deletion is not lost silently: the controller logs each one before it is taken back, and lists it in the status of the
 * process.
 */
public final class VariantRules {
    private static final Pattern OWN_WORKSPACE = Pattern.compile("packagevariant-(\\d{1,9})");

    private final Variant variant;
    private final World world;
    private final Ownership ownership;
    private final PackageName downstream;

    private VariantRules(Variant variant, World world) {
        this.variant = variant;
        this.world = world;
        this.ownership = new Ownership(variant);
        this.downstream =
                new PackageName(variant.namespace(), variant.downstreamRepository(), variant.downstreamPackage());
    }

    /** What to do for {@code variant} in {@code world}. */
    public static VariantDecision decide(Variant variant, World world) {
        VariantRules rules = new VariantRules(variant, world);
        return variant.deleting() ? rules.ending() : rules.living();
    }

    private VariantDecision living() {
        boolean named = Names.isLabel(variant.downstreamRepository()) && Names.isPackagePath(downstream.path());
        if (!named) {
            return VariantDecision.stalled("spec.downstream needs repo and package, both of RFC 1123 labels");
        }
        List<VariantAction> reclaims = world.isAligned(downstream.repository()) ? reclaims() : List.of();
        if (!reclaims.isEmpty()) {
            return VariantDecision.act(reclaims);
        }
        Upstream upstream = Upstream.of(variant, world);
        if (upstream instanceof Upstream.Missing missing) {
            return VariantDecision.stalled(missing.why());
        }
        if (upstream instanceof Upstream.Unknown unknown) {
            return VariantDecision.error(unknown.why());
        }
        Optional<String> obstacle = world.obstacle(downstream.repository());
        if (obstacle.isPresent()) {
            return VariantDecision.error("nothing is done downstream: " + obstacle.get());
        }
        Optional<String> hindrance = world.hindrance(downstream);
        if (hindrance.isPresent()) {
            return VariantDecision.error("nothing is done in package '" + downstream.path()
                    + "' while its revision '" + hindrance.get()
                    + "' is not in line; the condition of repository '" + downstream.repository() + "' says why");
        }
        List<VariantAction> leavings = leavings(row -> !row.name().packageName().equals(downstream));
        if (!leavings.isEmpty()) {
            return VariantDecision.act(leavings);
        }
        return downstream((Upstream.Found) upstream);
    }

    private List<VariantAction> reclaims() {
        List<VariantAction> actions = new ArrayList<>();
        for (CachedRevision row : world.revisionsOf(downstream)) {
            CachedRevision reclaimed = ownership.reclaimed(row);
            if (!reclaimed.equals(row)) {
                actions.add(new VariantAction.Rewrite(row, reclaimed, VariantAction.Why.RECLAIM));
            }
        }
        return actions;
    }

    private VariantDecision downstream(Upstream.Found upstream) {
        List<CachedRevision> present = world.revisionsOf(downstream);
        List<CachedRevision> candidates = variant.adoptExisting()
                ? present
                : present.stream().filter(ownership::owns).toList();
        if (candidates.isEmpty()) {
            return present.isEmpty()
                    ? VariantDecision.act(List.of(new VariantAction.MakeDraft(
                            next(), upstream.revision().name())))
                    : VariantDecision.error("package '" + downstream.path() + "' of repository '"
                            + downstream.repository() + "' has revisions that this variant does not own; set"
                            + " spec.adoptionPolicy to adoptExisting to take them over, or name another package");
        }
        return targets(targets(candidates), upstream);
    }

    /** All that is unpublished, else the newest that is published. */
    private static List<CachedRevision> targets(List<CachedRevision> candidates) {
        List<CachedRevision> unpublished = candidates.stream()
                .filter(row -> !row.lifecycle().isPublished())
                .toList();
        return unpublished.isEmpty()
                ? candidates.stream().max(Comparator.comparingInt(CachedRevision::revision)).stream()
                        .toList()
                : unpublished;
    }

    private VariantDecision targets(List<CachedRevision> targets, Upstream.Found upstream) {
        List<VariantAction> rewrites = new ArrayList<>();
        for (CachedRevision target : targets) {
            Optional<String> other = ownership.otherLivingOwner(target, world.living());
            if (!ownership.owns(target) && other.isPresent()) {
                return VariantDecision.error(
                        "package revision '" + target.name().objectName()
                                + "' is owned by PackageVariant '" + other.get()
                                + "'; two variants cannot share a downstream package");
            }
            if (!ownership.owns(target)) {
                rewrites.add(new VariantAction.Rewrite(target, adopted(target), VariantAction.Why.ADOPT));
            } else if (target.lifecycle() == Lifecycle.DELETION_PROPOSED) {
                rewrites.add(new VariantAction.Rewrite(
                        target,
                        target.withLifecycle(Lifecycle.PUBLISHED, target.revision()),
                        VariantAction.Why.WITHDRAW_DELETION));
            }
        }
        if (!rewrites.isEmpty()) {
            return VariantDecision.act(rewrites);
        }
        return targets.stream()
                .filter(target -> !upstream.isFollowedBy(target))
                .findFirst()
                .map(target -> outdated(target, upstream))
                .orElseGet(() -> VariantDecision.ready(
                        targets.stream()
                                .map(row -> row.name().objectName())
                                .sorted()
                                .toList(),
                        NotActedOn.sentence(variant)));
    }

    private CachedRevision adopted(CachedRevision row) {
        TreeMap<String, String> labels = new TreeMap<>(row.metadata().labels());
        labels.putAll(variant.labels());
        TreeMap<String, String> annotations = new TreeMap<>(row.metadata().annotations());
        annotations.putAll(variant.annotations());
        List<OwnerReference> owners = new ArrayList<>(row.metadata().owners());
        owners.add(ownership.reference());
        return row.withMetadata(
                row.metadata().withLabels(labels).withAnnotations(annotations).withOwners(owners));
    }

    private VariantDecision outdated(CachedRevision target, Upstream.Found upstream) {
        String made = Upstream.lockOf(target).map(GitLock::ref).orElse("another upstream");
        String name = target.name().objectName();
        if (!target.lifecycle().isPublished()) {
            return VariantDecision.error("package revision '" + name + "' is "
                    + target.lifecycle().text() + " and was made from '" + made + "', not from '"
                    + upstream.revision().name().objectName() + "'; publish it or delete it");
        }
        Optional<CachedRevision> old = madeFrom(target);
        if (old.isEmpty()) {
            return VariantDecision.error("package revision '" + name + "' was made from '" + made
                    + "', which is not there any more, so that what changed since cannot be told;"
                    + " edit it by hand, or delete it for a new clone");
        }
        return VariantDecision.act(List.of(new VariantAction.UpgradeDraft(
                next(), old.get().name(), upstream.revision().name(), target.name())));
    }

    private Optional<CachedRevision> madeFrom(CachedRevision target) {
        return Upstream.lockOf(target)
                .flatMap(lock -> world.revisions().stream()
                        .filter(row -> row.lifecycle().isPublished() && !row.isPlaceholder())
                        .filter(row -> row.lock().commit().equals(lock.commit())
                                && row.lock().ref().equals(lock.ref()))
                        .filter(row -> world.isAligned(row.name().repository()))
                        // Several Repositories may look at one place in git; the variant's own comes first.
                        .min(Comparator.comparing(
                                row -> !row.name().repository().equals(variant.upstreamRepository()))));
    }

    /**
     * The next workspace. The cache is aligned here, so that its rows are git's tags and all drafts: no number of either
     * store is given twice.
     */
    private RevisionName next() {
        int highest = world.revisionsOf(downstream).stream()
                .map(row -> OWN_WORKSPACE.matcher(row.name().workspace()))
                .filter(Matcher::matches)
                .mapToInt(matcher -> Integer.parseInt(matcher.group(1)))
                .max()
                .orElse(0);
        return new RevisionName(downstream, "packagevariant-" + (highest + 1));
    }

    private VariantDecision ending() {
        Optional<CachedRevision> waiting = world.revisions().stream()
                .filter(ownership::owns)
                .filter(row -> !world.isAligned(row.name().repository()))
                .findFirst();
        if (waiting.isPresent()) {
            return VariantDecision.error("the variant is being deleted and waits: "
                    + world.obstacle(waiting.get().name().repository()).orElse(""));
        }
        List<VariantAction> actions = new ArrayList<>();
        if (world.isAligned(downstream.repository())) {
            actions.addAll(reclaims());
        }
        if (actions.isEmpty()) {
            actions.addAll(leavings(row -> true));
        }
        if (actions.isEmpty()) {
            actions.add(new VariantAction.Release());
        }
        return VariantDecision.act(actions);
    }

    /** What the variant's deletion policy does with its revisions among {@code which}. */
    private List<VariantAction> leavings(Predicate<CachedRevision> which) {
        List<VariantAction> actions = new ArrayList<>();
        for (CachedRevision row : world.revisions()) {
            if (ownership.owns(row)
                    && which.test(row)
                    && world.isAligned(row.name().repository())) {
                actions.add(leaving(row));
            }
        }
        return actions;
    }

    private VariantAction leaving(CachedRevision row) {
        CachedRevision disowned = ownership.disowned(row);
        if (variant.orphanOnDelete() || row.lifecycle() == Lifecycle.DELETION_PROPOSED) {
            return new VariantAction.Rewrite(row, disowned, VariantAction.Why.DISOWN);
        }
        if (row.lifecycle() == Lifecycle.PUBLISHED) {
            return new VariantAction.Rewrite(
                    row,
                    disowned.withLifecycle(Lifecycle.DELETION_PROPOSED, row.revision()),
                    VariantAction.Why.PROPOSE_DELETION);
        }
        return new VariantAction.Discard(row, disowned);
    }
}
