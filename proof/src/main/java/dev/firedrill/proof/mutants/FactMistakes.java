package dev.firedrill.proof.mutants;

import dev.firedrill.recovery.model.CachedRevision;
import dev.firedrill.recovery.model.Metadata;
import dev.firedrill.recovery.model.OwnerReference;
import dev.firedrill.recovery.plan.Action;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Mistakes in single columns, files and rows: every object is there, and something about it is not what it was. */
final class FactMistakes {
    private static final List<Mutant> ALL = List.of(
            inserting(
                    "tasks-emptied",
                    "forgets of which task a package revision was made",
                    "tasks\\[0\\]",
                    FactMistakes::withoutTask),
            inserting(
                    "born-in-1970",
                    "brings package revisions back with a creation time of 1970",
                    "meta\\.creationTimestamp.*1970",
                    revision -> revision.withMetadata(Metadata.none(Instant.EPOCH))),
            inserting(
                    "published-now",
                    "takes the time of the recovery for the time of the publication",
                    "updated was absent",
                    revision -> revision.writtenBy(revision.updatedBy(), Instant.now())),
            Mutant.deciding(
                    "owner-flags-dropped",
                    "gives packages back to their PackageVariants without controller and blockOwnerDeletion",
                    "@S05",
                    "ownerReferences\\[0\\]\\.(blockOwnerDeletion|controller)",
                    PlannerMutations.each(
                            Action.Adopt.class, adopt -> new Action.Adopt(adopt.seen(), withoutFlags(adopt.wanted())))),
            Mutant.acting(
                    "rescue-only-said",
                    "says that what it takes out is rescued, and overwrites or deletes it",
                    "@S11",
                    "firedrill_rescue\\.revisions",
                    components -> components.withCache(ForgetfulCache.deletingWhatIsRescued(components.cache()))),
            Mutant.acting(
                    "rescued-empty",
                    "puts package revisions into the rescue set without their files",
                    "@git-rewound and @rule-2",
                    "firedrill_rescue\\.revisions.*resources",
                    components -> components.withCache(ForgetfulCache.rescuingEmptied(components.cache()))),
            Mutant.acting(
                    "neighbours-swept",
                    "takes rows of other namespaces for orphans and deletes them",
                    "@S05",
                    "package_revisions another-team/",
                    components -> components.withCache(ForgetfulCache.deletingNeighbours(components.cache()))));

    private FactMistakes() {}

    static List<Mutant> all() {
        return ALL;
    }

    /** One that brings rows back wrongly from git and never mends them. */
    private static Mutant inserting(String name, String mistake, String reason, UnaryOperator<CachedRevision> wrong) {
        return Mutant.deciding(
                name,
                mistake,
                "@S09",
                reason,
                PlannerMutations.both(
                        PlannerMutations.each(
                                Action.Insert.class, insert -> new Action.Insert(wrong.apply(insert.revision()))),
                        PlannerMutations.neverMending()));
    }

    private static CachedRevision withoutTask(CachedRevision revision) {
        return new CachedRevision(
                revision.name(),
                revision.revision(),
                revision.lifecycle(),
                revision.latest(),
                revision.metadata(),
                revision.content(),
                Optional.empty(),
                revision.spec(),
                revision.lock(),
                revision.updated(),
                revision.updatedBy());
    }

    private static CachedRevision withoutFlags(CachedRevision revision) {
        List<OwnerReference> plain = revision.metadata().owners().stream()
                .map(owner ->
                        new OwnerReference(owner.apiVersion(), owner.kind(), owner.name(), owner.uid(), false, false))
                .toList();
        return revision.withMetadata(revision.metadata().withOwners(plain));
    }
}
