package dev.firedrill.proof.mutants;

import dev.firedrill.recovery.model.CachedRevision;
import dev.firedrill.recovery.model.Lifecycle;
import dev.firedrill.recovery.model.Metadata;
import dev.firedrill.recovery.model.PackageContent;
import dev.firedrill.recovery.plan.Action;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Mistakes in what is read of the stores and in what is decided about it: whole package revisions come out wrong. */
final class DecisionMistakes {
    private static final List<Mutant> ALL = List.of(
            Mutant.acting(
                    "default-branch-only",
                    "sees of git only what the head of the package branch was tagged with",
                    "@S09",
                    "created-and-approved-after-p1|published-throughout",
                    components -> components.withGit(
                            new ShortSightedGit(components.git(), ShortSightedGit.Sees.TAG_OF_HEAD))),
            Mutant.acting(
                    "tags-dropped",
                    "sees no tag at all, as after a clone without tags",
                    "@S09",
                    "published-throughout",
                    components ->
                            components.withGit(new ShortSightedGit(components.git(), ShortSightedGit.Sees.NO_TAG))),
            Mutant.deciding(
                    "wedge",
                    "leaves a stale draft as it is where git has published it",
                    "@S11",
                    "draft-approved-after-p1",
                    PlannerMutations.without(action -> action instanceof Action.Publish publish
                            && publish.seen().lifecycle() == Lifecycle.DRAFT)),
            Mutant.deciding(
                    "labels-wiped",
                    "forgets the labels of a proposal when it turns out to be published",
                    "@S11",
                    "proposal-approved-after-p1.*(labels|metadata)",
                    PlannerMutations.each(
                            Action.Publish.class,
                            publish -> new Action.Publish(
                                    publish.seen(), withoutMetadata(publish.wanted()), publish.rescue()))),
            Mutant.deciding(
                    "orphans-deleted",
                    "takes out at once what belongs to a Repository that the control plane does not know yet",
                    "@S05",
                    "draft-throughout",
                    PlannerMutations.asIfTheWindowWereClosed(observed -> true)),
            Mutant.deciding(
                    "hasty",
                    "takes Repositories for gone for good that are not back when the first one is",
                    "@any-order",
                    "depends on the order: \\S+/\\S+ \\| Repository/\\S+\n",
                    PlannerMutations.asIfTheWindowWereClosed(
                            observed -> !observed.cluster().repositories().isEmpty())),
            Mutant.deciding(
                    "empties-on-empty-remote",
                    "takes out everything published when git has nothing, without asking",
                    "@unconfirmed and @rule-2",
                    "published-throughout",
                    PlannerMutations.asIfEveryRemovalWereConfirmed()),
            Mutant.deciding(
                    "cache-over-git",
                    "trusts published rows over git and takes none out",
                    "@S11",
                    "published-deleted-after-p1",
                    PlannerMutations.without(action -> action instanceof Action.Remove)),
            Mutant.deciding(
                    "success-without-work",
                    "reports success and does nothing",
                    "@S09",
                    "published-throughout",
                    PlannerMutations.nothing()),
            Mutant.acting(
                    "owners-by-uid",
                    "never gives packages back to a PackageVariant that has a new identity",
                    "@S05",
                    "unchanged.*own|own.*unchanged",
                    components -> components.withCache(ForgetfulCache.keepingOwners(components.cache()))),
            Mutant.deciding(
                    "moved-tag-accepted",
                    "does not notice that a tag points to something else",
                    "@moved-tag and @rule-2",
                    "expected it to speak of 'tag published-throughout/v1 '",
                    PlannerMutations.without(action -> action instanceof Action.Align align
                            && !align.seen().isPlaceholder())),
            Mutant.deciding(
                    "deletion-wish-forgotten",
                    "takes every deletion proposal back",
                    "@S05",
                    "deletion-proposed-throughout",
                    PlannerMutations.alsoFor(
                            row -> row.lifecycle() == Lifecycle.DELETION_PROPOSED,
                            row -> new Action.Align(
                                    row, row.withLifecycle(Lifecycle.PUBLISHED, row.revision()), false, "published"))),
            Mutant.deciding(
                    "drafts-swept",
                    "takes out drafts because git does not have them",
                    "@S05",
                    "draft-throughout",
                    PlannerMutations.alsoFor(
                            row -> row.lifecycle() == Lifecycle.DRAFT,
                            row -> new Action.Remove(row, "git does not have it"))),
            Mutant.deciding(
                    "drafts-without-branch",
                    "takes out drafts that have no branch in git, also where it was told to know of no branches",
                    "@no-longer-pushed",
                    "(draft-throughout|unfinished-service)[^ ]* (was Draft|is absent instead of Draft)",
                    PlannerMutations.takingOutDraftsWithoutBranch()),
            Mutant.deciding(
                    "empty-packages",
                    "brings package revisions back without their files",
                    "@S09",
                    "Kptfile|content",
                    PlannerMutations.both(
                            PlannerMutations.each(
                                    Action.Insert.class,
                                    insert ->
                                            new Action.Insert(insert.revision().withContent(PackageContent.empty()))),
                            PlannerMutations.neverMending())),
            Mutant.deciding(
                    "torn-writes",
                    "loses the last file of every package revision that it brings back",
                    "@S09",
                    "content",
                    PlannerMutations.both(
                            PlannerMutations.each(
                                    Action.Insert.class,
                                    insert -> new Action.Insert(insert.revision()
                                            .withContent(withoutLast(
                                                    insert.revision().content())))),
                            PlannerMutations.neverMending())),
            Mutant.acting(
                    "metadata-stays-rescued",
                    "leaves in the rescue set what only the cache knew of a revision that git has again",
                    "@git-in-pieces",
                    "published-throughout.*(labels|metadata)",
                    components -> components.withCache(ForgetfulCache.reinstatingNothing(components.cache()))),
            Mutant.acting(
                    "nothing-rescued",
                    "deletes what it takes out instead of putting it aside",
                    "@git-rewound and @rule-2",
                    "rescue",
                    components -> components.withCache(ForgetfulCache.deletingWhatIsRescued(components.cache()))),
            Mutant.deciding(
                    "never-idle",
                    "writes in every pass, also when everything is aligned",
                    "@S05",
                    "second pass.*package cache was written to",
                    PlannerMutations.writingThatNothingAwaits()),
            Mutant.deciding(
                    "wrong-number",
                    "counts revisions one too high when it brings them back",
                    "@S09",
                    "revision|v2",
                    PlannerMutations.both(
                            PlannerMutations.each(
                                    Action.Insert.class, insert -> new Action.Insert(renumbered(insert.revision()))),
                            PlannerMutations.neverMending())),
            Mutant.deciding(
                    "first-repository-only",
                    "aligns one repository and forgets the others",
                    "@S09",
                    "published-throughout",
                    PlannerMutations.firstRepositoryOnly()),
            Mutant.deciding(
                    "labels-forgotten",
                    "forgets the labels of everything published in every pass",
                    "@S05",
                    "labels|metadata",
                    PlannerMutations.alsoFor(
                            row -> row.lifecycle().isPublished()
                                    && !row.metadata().labels().isEmpty(),
                            row -> new Action.Align(row, withoutMetadata(row), false, "labels"))),
            Mutant.deciding(
                    "draft-for-published",
                    "brings published revisions back as proposals",
                    "@S09",
                    "published-throughout",
                    PlannerMutations.both(
                            PlannerMutations.each(
                                    Action.Insert.class,
                                    insert -> new Action.Insert(
                                            insert.revision().isPlaceholder()
                                                    ? insert.revision()
                                                    : insert.revision().withLifecycle(Lifecycle.PROPOSED, 0))),
                            PlannerMutations.neverMending())),
            Mutant.deciding(
                    "stale-placeholders",
                    "leaves placeholders as they were when the package branch went back",
                    "@git-rewound and @rule-2",
                    "placeholder",
                    PlannerMutations.without(action -> action instanceof Action.Drop
                            || action instanceof Action.Align align
                                    && align.seen().isPlaceholder())),
            Mutant.acting(
                    "orphans-listed",
                    "goes on showing what belongs to a Repository that the control plane no longer has",
                    "@rule-1",
                    "registered-later",
                    components -> components.withCluster(StubbornCluster.of(components.cluster()))),
            Mutant.deciding(
                    "empty-remote-unchanged",
                    "takes a git repository without anything in it for one in which nothing has changed",
                    "@unconfirmed and @rule-2",
                    "await confirmation.*packages",
                    PlannerMutations.asIfNothingInGitMeantNoChange()),
            Mutant.acting(
                    "cache-read-once",
                    "does not notice that the package cache was emptied until it is started again",
                    "@S09",
                    "published-throughout",
                    components -> components.withCache(ForgetfulCache.readOnce(components.cache()))),
            Mutant.deciding(
                    "last-part-of-path",
                    "takes out every package that is called like one that has to go, wherever it lies",
                    "@same-leaf",
                    "team\\.web.*labels",
                    PlannerMutations.lastPartOfThePathOnly()),
            Mutant.acting(
                    "line-ends",
                    "turns CRLF in files of git into LF",
                    "@S09",
                    "published-throughout.*content",
                    components -> components.withGit(MisreadGit.withUnixLineEnds(components.git()))),
            Mutant.acting(
                    "question-marks",
                    "reads files of git as ASCII",
                    "@S09",
                    "published-throughout.*content",
                    components -> components.withGit(MisreadGit.inAscii(components.git()))),
            Mutant.acting(
                    "nested-packages",
                    "leaves out what lies below another Kptfile of a package",
                    "@S09",
                    "published-throughout.*content",
                    components -> components.withGit(MisreadGit.withoutNestedPackages(components.git()))),
            Mutant.acting(
                    "hidden-files",
                    "leaves out files whose names begin with a dot",
                    "@S09",
                    "published-throughout.*content",
                    components -> components.withGit(MisreadGit.withoutHiddenFiles(components.git()))));

    private DecisionMistakes() {}

    static List<Mutant> all() {
        return ALL;
    }

    private static CachedRevision withoutMetadata(CachedRevision revision) {
        return revision.withMetadata(Metadata.none(revision.metadata().createdAt()));
    }

    private static CachedRevision renumbered(CachedRevision revision) {
        return revision.isPlaceholder()
                ? revision
                : revision.withLifecycle(revision.lifecycle(), revision.revision() + 1);
    }

    private static PackageContent withoutLast(PackageContent content) {
        SortedMap<String, String> files = new TreeMap<>(content.files());
        files.remove(files.lastKey());
        return PackageContent.of(files);
    }
}
