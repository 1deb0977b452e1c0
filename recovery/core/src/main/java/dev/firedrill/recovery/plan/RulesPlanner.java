package dev.firedrill.recovery.plan;

import dev.firedrill.recovery.model.CachedRepository;
import dev.firedrill.recovery.model.CachedRevision;
import dev.firedrill.recovery.model.Repository;
import dev.firedrill.recovery.model.UnreadableRow;
import dev.firedrill.recovery.model.Variant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The five rules: the control plane is the truth for Repositories (1) and PackageVariants (4), git for published
 * revisions (2), the cache for drafts and for metadata (3), and everything may come back gradually (5).
 */
public final class RulesPlanner implements Planner {
    /** The share of a Repository's published rows of which no more may go without confirmation. */
    public static final double USUAL_THRESHOLD = 0.5;

    private final double removalThreshold;
    private final boolean pushesDrafts;

    /** Rules for an orchestrator that keeps drafts in the package cache alone. */
    public RulesPlanner(double removalThreshold) {
        this(removalThreshold, false);
    }

    /** @param pushesDrafts whether drafts and proposals have branches in git; where not, branches mean nothing */
    public RulesPlanner(double removalThreshold, boolean pushesDrafts) {
        this.removalThreshold = removalThreshold;
        this.pushesDrafts = pushesDrafts;
    }

    @Override
    public Plan plan(ObservedState observed) {
        PlanBuilder plan = new PlanBuilder();
        Map<String, Repository> objects = observed.cluster().repositories().stream()
                .collect(Collectors.toMap(Repository::name, Function.identity(), (one, other) -> one, TreeMap::new));
        Map<String, CachedRepository> rows = observed.repositories().stream()
                .collect(Collectors.toMap(
                        CachedRepository::name, Function.identity(), (one, other) -> one, TreeMap::new));
        Map<String, List<CachedRevision>> revisions = observed.revisions().stream()
                .sorted(Comparator.comparing(row -> row.name().objectName()))
                .collect(Collectors.groupingBy(row -> row.name().repository()));
        OwnerReclaim reclaim = new OwnerReclaim(observed.cluster().variants());
        Reinstatement reinstatement = new Reinstatement(observed.rescued());
        for (Repository object : objects.values()) {
            Optional<CachedRepository> row = Optional.ofNullable(rows.get(object.name()));
            List<CachedRevision> own = revisions.getOrDefault(object.name(), List.of());
            if (object.deleting()) {
                unregister(plan, object, row, own);
                continue;
            }
            register(plan, object, row);
            decide(plan, observed, object, row, own, reclaim, reinstatement);
        }
        tellOfUnusable(plan, observed);
        for (CachedRepository row : rows.values()) {
            boolean known = objects.containsKey(row.name())
                    || observed.cluster().invalid().containsKey(row.name());
            if (!known) {
                orphaned(plan, row, revisions.getOrDefault(row.name(), List.of()), observed.consent());
            }
        }
        return plan.build();
    }

    private void decide(
            PlanBuilder plan,
            ObservedState observed,
            Repository object,
            Optional<CachedRepository> row,
            List<CachedRevision> own,
            OwnerReclaim reclaim,
            Reinstatement reinstatement) {
        Removals removals = new Removals(
                object,
                removalThreshold,
                observed.consent(),
                row.map(CachedRepository::removalAwaits).orElse(false));
        Optional<DraftRules> branches =
                pushesDrafts ? Optional.of(new DraftRules(plan, object, knowsDrafts(object, row))) : Optional.empty();
        List<UnreadableRow> odd = unreadable(observed, object);
        new RepositoryRules(plan, object, own, odd, reclaim, reinstatement, removals, branches)
                .apply(Optional.ofNullable(observed.git().get(object.name())));
    }

    /** What the stores hold and no rule acts on. */
    private static void tellOfUnusable(PlanBuilder plan, ObservedState observed) {
        observed.unreadable()
                .forEach(row ->
                        plan.tell(Notice.Kind.UNREADABLE_ROW, row.repository(), row.objectName(), row.sentence()));
        observed.cluster().variants().stream()
                .sorted(Comparator.comparing(Variant::name))
                .forEach(variant -> NotActedOn.sentence(variant)
                        .ifPresent(what -> plan.tell(Notice.Kind.NOT_ACTED_ON, "", variant.name(), what + ".")));
        new TreeMap<>(observed.cluster().notActedOn())
                .forEach((name, what) -> plan.tell(Notice.Kind.NOT_ACTED_ON, "", name, what + "."));
        new TreeMap<>(observed.cluster().invalid())
                .forEach((name, why) -> plan.tell(Notice.Kind.INVALID, name, name, why));
    }

    private static List<UnreadableRow> unreadable(ObservedState observed, Repository object) {
        return observed.unreadable().stream()
                .filter(row -> row.repository().equals(object.name()))
                .toList();
    }

    private static void register(PlanBuilder plan, Repository object, Optional<CachedRepository> row) {
        if (!RepositoryObject.isHeld(object)) {
            plan.add(new Action.Hold(object));
        }
        if (row.isPresent() && RepositoryObject.moved(object, row.get())) {
            plan.add(new Action.Move(object, row.get()));
        } else if (row.isEmpty() || RepositoryObject.changed(object, row.get())) {
            plan.add(new Action.Register(object));
        }
    }

    /** A Repository that moves to another directory has other branches, which have not been read yet. */
    private static boolean knowsDrafts(Repository object, Optional<CachedRepository> row) {
        return row.filter(known -> known.draftsKnown() && !RepositoryObject.moved(object, known))
                .isPresent();
    }

    private static void unregister(
            PlanBuilder plan, Repository object, Optional<CachedRepository> row, List<CachedRevision> own) {
        if (row.isEmpty() && !RepositoryObject.isHeld(object)) {
            return;
        }
        plan.add(new Action.RescueRepository(
                object.namespace(), object.name(), "the Repository is being deleted", Optional.of(object)));
        loseAll(plan, object.name(), own, "the control plane is the truth for Repositories, and this one is deleted");
    }

    private static void orphaned(PlanBuilder plan, CachedRepository row, List<CachedRevision> own, Consent consent) {
        if (consent.windowClosed()) {
            plan.add(new Action.RescueRepository(
                    row.namespace(),
                    row.name(),
                    "there is no Repository object, and the restoration window was closed",
                    Optional.empty()));
            loseAll(plan, row.name(), own, "the control plane is the truth for Repositories, and it has none");
        } else if (!own.isEmpty()) {
            plan.tell(
                    Notice.Kind.QUARANTINED,
                    row.name(),
                    row.name(),
                    own.size() + " rows of Repository '" + row.name()
                            + "', which is not in the control plane, are kept out of sight until it returns;"
                            + " recover with --close-window moves them to a rescue set.");
        }
    }

    private static void loseAll(PlanBuilder plan, String repository, List<CachedRevision> own, String why) {
        long count = own.stream().filter(row -> !row.isPlaceholder()).count();
        if (count > 0) {
            plan.lose(repository, count + " package revisions, which go to the rescue set", 1, why);
        }
    }
}
