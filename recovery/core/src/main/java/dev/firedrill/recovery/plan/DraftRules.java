package dev.firedrill.recovery.plan;

import dev.firedrill.recovery.model.CachedRevision;
import dev.firedrill.recovery.model.GitDraft;
import dev.firedrill.recovery.model.GitView;
import dev.firedrill.recovery.model.PackageContent;
import dev.firedrill.recovery.model.Repository;
import dev.firedrill.recovery.model.RevisionName;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The rules for the branches that drafts and proposals of one Repository have where they are pushed to git.
 *
 * <p>The package cache is the truth for drafts (the exception of rule 2), and a branch is its copy. A row therefore wins
 * over its branch, always. What a branch without a row means cannot be seen from the branch: the draft was lost with the
 * cache, or it was published or deleted and git went back in time. The cache decides. One that was lost, or has never looked
 * at the branches of this Repository, does not remember having done so, and gets the drafts back, without metadata. One that
 * remembers had the draft and has it no longer, or was put back to before it: the draft is not brought back, or nobody could
 * delete a draft for good, but what the branch holds goes to the rescue set before the branch goes.
 */
final class DraftRules {
    private static final Comparator<RevisionName> ORDER = Comparator.comparing(RevisionName::objectName)
            .thenComparing(name -> name.packageName().path());

    private final PlanBuilder plan;
    private final Repository repository;
    private final boolean known;
    private final Map<RevisionName, CachedRevision> unapproved = new HashMap<>();
    private final Map<RevisionName, PackageContent> published = new HashMap<>();
    private final Map<String, String> pathOfRow = new HashMap<>();
    private final Set<String> taken = new HashSet<>();
    private boolean complete = true;

    /** @param known whether the cache remembers that it has looked at the branches of this Repository */
    DraftRules(PlanBuilder plan, Repository repository, boolean known) {
        this.plan = plan;
        this.repository = repository;
        this.known = known;
    }

    /**
     * @param rows the rows before this pass
     * @param undecided names of what git and the cache do not agree about, for as long as nothing can be done about it
     */
    void apply(GitView.Readable view, List<CachedRevision> rows, Set<String> undecided) {
        complete = !new Unread(repository, view.leftOut()).holdsDrafts();
        rows.stream()
                .filter(row -> row.lifecycle().isPublished())
                .forEach(row -> published.put(row.name(), row.content()));
        view.revisions().forEach(revision -> published.put(revision.name(), revision.content()));
        rows.stream().filter(row -> !published.containsKey(row.name())).forEach(row -> unapproved.put(row.name(), row));
        published.keySet().forEach(this::take);
        unapproved.keySet().forEach(this::take);
        Map<RevisionName, List<GitDraft>> branches =
                view.drafts().stream().collect(Collectors.groupingBy(GitDraft::name));
        Set<RevisionName> names = new TreeSet<>(ORDER);
        names.addAll(unapproved.keySet());
        names.addAll(branches.keySet());
        names.removeIf(name -> undecided.contains(name.objectName()));
        names.forEach(name -> settle(name, branches.getOrDefault(name, List.of())));
        // What was left out is not unwanted, and would be taken for that by a cache that remembers.
        if (!known && complete) {
            plan.add(new Action.KnowDrafts(repository.name()));
        }
    }

    private void take(RevisionName name) {
        taken.add(name.objectName());
        pathOfRow.putIfAbsent(name.packageName().rowName(), name.packageName().path());
    }

    private void settle(RevisionName name, List<GitDraft> branches) {
        if (unapproved.containsKey(name)) {
            follow(unapproved.get(name), branches);
        } else if (published.containsKey(name)) {
            drop(name, branches, "loses its branch in git, because a published revision needs none");
        } else if (known) {
            drop(name, branches, "loses its branch in git, because the package cache has no such draft");
        } else {
            bringBack(name, branches);
        }
    }

    private void follow(CachedRevision row, List<GitDraft> branches) {
        boolean right = branches.size() == 1
                && branches.get(0).lifecycle() == row.lifecycle()
                && branches.get(0).content().equals(row.content());
        if (right) {
            return;
        }
        // A branch that is newer than its row tells of a cache that was put back; an older one is only a copy that
        // lags.
        Optional<CachedRevision> newer = branches.stream()
                .filter(branch -> branch.writtenAt().isAfter(row.updated())
                        && !branch.content().equals(row.content()))
                .findFirst()
                .map(GitDraft::asRow);
        String why = branches.isEmpty() ? "gets a branch in git" : "gets its branch in git renewed";
        settle(row.name(), newer, why);
    }

    private void drop(RevisionName name, List<GitDraft> branches, String why) {
        Optional<PackageContent> there = Optional.ofNullable(published.get(name));
        settle(
                name,
                branches.stream()
                        .filter(branch -> !Optional.of(branch.content()).equals(there))
                        .findFirst()
                        .map(GitDraft::asRow),
                why);
    }

    private void settle(RevisionName name, Optional<CachedRevision> rescue, String why) {
        plan.add(new Action.SyncDraftBranch(repository, name, rescue, why));
        rescue.ifPresent(copy -> plan.lose(
                name.objectName(),
                "what its branch in git holds, which goes to the rescue set",
                2,
                "drafts and proposals live in the package cache, and it does not have this"));
    }

    private void bringBack(RevisionName name, List<GitDraft> branches) {
        String path = name.packageName().path();
        if (taken.contains(name.objectName())
                || !pathOfRow.getOrDefault(name.packageName().rowName(), path).equals(path)) {
            plan.tell(
                    Notice.Kind.AMBIGUOUS,
                    repository.name(),
                    name.objectName(),
                    "git has a draft of package '" + path + "' that would be named " + name.objectName()
                            + " like another revision; it is left out until it is renamed.");
            complete = false;
            return;
        }
        take(name);
        // A proposal is further on its way than the draft that it was, should there be branches of both.
        GitDraft furthest =
                branches.stream().max(Comparator.comparing(GitDraft::lifecycle)).orElseThrow();
        plan.add(new Action.Insert(furthest.asRow()));
        plan.lose(
                name.objectName(),
                "labels, annotations and owners, if it had any",
                3,
                "the package cache is the truth for metadata, and it has no such draft");
        follow(furthest.asRow(), branches);
    }
}
