package dev.firedrill.recovery.plan;

import dev.firedrill.recovery.model.CachedRevision;
import dev.firedrill.recovery.model.GitRevision;
import dev.firedrill.recovery.model.GitView;
import dev.firedrill.recovery.model.PackageName;
import dev.firedrill.recovery.model.Repository;
import dev.firedrill.recovery.model.RevisionName;
import dev.firedrill.recovery.model.UnreadableRow;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The rules for the revisions of one Repository. */
final class RepositoryRules {
    /** How many names fit into a sentence. */
    private static final int NAMED = 10;

    private final PlanBuilder plan;
    private final Repository repository;
    private final List<CachedRevision> rows;
    private final Set<String> unreadable;
    private final Set<String> withUnreadable;
    private final OwnerReclaim reclaim;
    private final Reinstatement reinstatement;
    private final Removals removals;
    private final Optional<DraftRules> branches;

    /**
     * @param unreadable rows of it whose names are taken and about which nothing else is known
     * @param branches the rules for branches of drafts, where drafts are pushed to git
     */
    RepositoryRules(
            PlanBuilder plan,
            Repository repository,
            List<CachedRevision> rows,
            List<UnreadableRow> unreadable,
            OwnerReclaim reclaim,
            Reinstatement reinstatement,
            Removals removals,
            Optional<DraftRules> branches) {
        this.plan = plan;
        this.repository = repository;
        this.rows = rows;
        this.unreadable = unreadable.stream().map(UnreadableRow::objectName).collect(Collectors.toSet());
        this.withUnreadable = unreadable.stream().map(UnreadableRow::packageRow).collect(Collectors.toSet());
        this.reclaim = reclaim;
        this.reinstatement = reinstatement;
        this.removals = removals;
        this.branches = branches;
    }

    void apply(Optional<GitView> view) {
        if (view.isPresent() && view.get() instanceof GitView.Readable readable) {
            align(readable);
            return;
        }
        // Git that cannot be read says nothing about what is published, so that nothing is taken away.
        String why = view.isPresent() && view.get() instanceof GitView.Unreadable unreadable
                ? unreadable.message()
                : "git of Repository '" + repository.name() + "' was not looked at; the next pass does it.";
        plan.tell(Notice.Kind.UNREADABLE, repository.name(), repository.name(), why);
        adopt(rows);
        fixLatest();
    }

    private void align(GitView.Readable view) {
        Set<RevisionName> inGit =
                view.revisions().stream().map(GitRevision::name).collect(Collectors.toSet());
        Unread unread = new Unread(repository, view.leftOut());
        unread.tell(plan, rows);
        Set<CachedRevision> gone = new HashSet<>();
        List<CachedRevision> missing = new ArrayList<>();
        List<CachedRevision> placeholders = new ArrayList<>();
        for (CachedRevision row : rows) {
            boolean absent = row.lifecycle().isPublished() && !inGit.contains(row.name()) && !unread.covers(row);
            if (absent) {
                (isBranchHead(row) ? placeholders : missing).add(row);
            }
        }
        Set<PackageName> directories = inGit.stream()
                .filter(name -> name.workspace().equals(repository.branch()))
                .map(RevisionName::packageName)
                .collect(Collectors.toSet());
        Set<String> undecided = new HashSet<>(unreadable);
        if (mayGo(missing, directories)) {
            remove(missing, directories);
            placeholders.forEach(row -> plan.add(new Action.Drop(row)));
            gone.addAll(missing);
            gone.addAll(placeholders);
            if (removals.isAwaited()) {
                plan.add(new Action.ClearPendingRemoval(repository.name()));
            }
        } else {
            missing.forEach(row -> undecided.add(row.name().objectName()));
        }
        List<CachedRevision> staying =
                rows.stream().filter(row -> !gone.contains(row)).toList();
        write(new NameConflicts(plan, repository, staying).of(view.revisions()), staying)
                .forEach(refused -> undecided.add(refused.subject().name()));
        rows.stream()
                .filter(unread::covers)
                .forEach(row -> undecided.add(row.name().objectName()));
        branches.ifPresent(rules -> rules.apply(view, rows, undecided));
        fixLatest();
    }

    private boolean mayGo(List<CachedRevision> missing, Set<PackageName> directories) {
        if (missing.isEmpty() || removals.mayGo(missing, published(), directories)) {
            return true;
        }
        if (!removals.isAwaited()) {
            plan.add(new Action.Await(repository.name(), missing.size()));
        }
        plan.await(new PendingRemoval(
                repository.name(),
                Removals.token(missing),
                missing.stream().map(row -> row.name().objectName()).toList()));
        plan.tell(
                Notice.Kind.REMOVAL_AWAITS_CONFIRMATION,
                repository.name(),
                repository.name(),
                removals.question(missing, published()));
        removals.confirmed()
                .ifPresent(token -> plan.tell(
                        Notice.Kind.STALE_CONFIRMATION,
                        repository.name(),
                        repository.name(),
                        "the confirmation '" + token + "' is not for the removal that Repository '" + repository.name()
                                + "' waits for now."));
        return false;
    }

    private int published() {
        return (int) rows.stream()
                .filter(row -> row.lifecycle().isPublished() && !isBranchHead(row))
                .count();
    }

    private boolean isBranchHead(CachedRevision row) {
        boolean onBranch = row.revision() == CachedRevision.PLACEHOLDER
                && row.name().workspace().equals(repository.branch());
        return onBranch || row.isPlaceholder();
    }

    private void remove(List<CachedRevision> missing, Set<PackageName> directories) {
        String why = Reinstatement.GONE;
        if (removals.isLarge(missing, published(), directories)) {
            plan.add(new Action.RemoveConfirmed(repository.name(), missing, Reinstatement.MANY_GONE));
        } else {
            missing.forEach(row -> plan.add(new Action.Remove(row, why)));
        }
        missing.forEach(row ->
                plan.lose(row.name().objectName(), "the published revision, which goes to the rescue set", 2, why));
    }

    /** Brings rows in line with git; what cannot be is returned. */
    private List<Action> write(Map<RevisionName, GitRevision> git, List<CachedRevision> staying) {
        WriteOrdering ordering = new WriteOrdering(staying);
        Map<RevisionName, CachedRevision> byName = new LinkedHashMap<>();
        staying.forEach(row -> byName.put(row.name(), row));
        List<CachedRevision> untouched = new ArrayList<>();
        for (CachedRevision row : staying) {
            GitRevision published = git.get(row.name());
            Optional<Action> action = published == null ? Optional.empty() : RowRule.decide(row, published, reclaim);
            if (action.isPresent()) {
                ordering.want(action.get(), row.revision(), published.revision(), row.name());
            } else {
                untouched.add(row);
            }
        }
        for (GitRevision published : git.values()) {
            boolean taken = unreadable.contains(published.name().objectName());
            if (!taken && !byName.containsKey(published.name())) {
                Action.Insert insert = reinstatement.of(published, reclaim);
                ordering.want(insert, 0, published.revision(), published.name());
            }
        }
        tellOf(ordering.granted());
        adopt(untouched);
        for (Action refused : ordering.refused()) {
            plan.tell(
                    Notice.Kind.BLOCKED,
                    repository.name(),
                    refused.subject().name(),
                    "package revision " + refused.subject().name()
                            + " is in git but cannot be cached while another row has its number or name; delete"
                            + " that row or this tag.");
        }
        return ordering.refused();
    }

    private void tellOf(Collection<Action> granted) {
        int returned = 0;
        List<String> reinstated = new ArrayList<>();
        for (Action action : granted) {
            plan.add(action);
            if (action instanceof Action.Publish publish && publish.rescue()) {
                plan.lose(
                        action.subject().name(),
                        "the draft's content, which goes to the rescue set",
                        2,
                        "git has published this revision with other content");
            } else if (action instanceof Action.Align align) {
                RowRule.news(align).ifPresent(notice -> {
                    plan.tell(notice.kind(), notice.repository(), notice.subject(), notice.message());
                    if (align.rescue()) {
                        plan.lose(
                                action.subject().name(),
                                "the content that the cache had, which goes to the rescue set",
                                2,
                                "git is the truth for published revisions");
                    }
                });
            } else if (action instanceof Action.Insert insert && insert.kept().isPresent()) {
                reinstated.add(action.subject().name());
            } else if (action instanceof Action.Insert insert
                    && !insert.revision().isPlaceholder()) {
                returned++;
            }
        }
        tellOfReinstated(reinstated);
        if (returned > 0) {
            plan.lose(
                    repository.name(),
                    "labels, annotations, owners and proposed deletions of " + returned
                            + " revisions that come from git, if they had any",
                    3,
                    "the package cache is the truth for metadata, and it has none of these revisions");
        }
    }

    private void tellOfReinstated(List<String> names) {
        if (!names.isEmpty()) {
            List<String> first = names.subList(0, Math.min(names.size(), NAMED));
            plan.tell(
                    Notice.Kind.METADATA_RETURNED,
                    repository.name(),
                    repository.name(),
                    "git has " + names.size() + " published revisions again with the content that they had, and their"
                            + " labels, annotations, owners and proposed deletions are back from the rescue set: "
                            + String.join(", ", first) + (names.size() > NAMED ? ", …" : "") + ".");
        }
    }

    private void adopt(List<CachedRevision> candidates) {
        for (CachedRevision row : candidates) {
            CachedRevision clean = row.withoutLogins();
            CachedRevision adopted = reclaim.adopted(clean);
            if (!clean.equals(row)) {
                plan.add(new Action.Clean(row, adopted));
            } else if (!adopted.equals(row)) {
                plan.add(new Action.Adopt(row, adopted));
            }
        }
    }

    private void fixLatest() {
        Map<PackageName, Integer> highest = new LinkedHashMap<>();
        rows.forEach(row -> highest.merge(row.name().packageName(), row.revision(), Math::max));
        Set<PackageName> wrong = new TreeSet<>((one, other) -> one.path().compareTo(other.path()));
        for (CachedRevision row : rows) {
            boolean due = row.revision() > 0
                    && row.revision() == highest.get(row.name().packageName());
            // Beside a row that cannot be read, the highest number is unknown.
            boolean known = !withUnreadable.contains(row.name().packageName().rowName());
            if (known && row.latest() != due) {
                wrong.add(row.name().packageName());
            }
        }
        wrong.forEach(name -> plan.add(new Action.FixLatestFlag(name)));
    }
}
