package dev.firedrill.recovery.engine;

import dev.firedrill.recovery.model.CachedRevision;
import dev.firedrill.recovery.model.GitLock;
import dev.firedrill.recovery.model.Lifecycle;
import dev.firedrill.recovery.model.Metadata;
import dev.firedrill.recovery.model.PackageContent;
import dev.firedrill.recovery.model.PackageName;
import dev.firedrill.recovery.model.Repository;
import dev.firedrill.recovery.model.RevisionName;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Makes new drafts. */
final class Creations {
    private final Rows rows;
    private final Clock clock;

    Creations(Rows rows, Clock clock) {
        this.rows = rows;
        this.clock = clock;
    }

    RevisionName name(NewRevision wish) {
        return Names.checked(rows.namespace(), wish.repository(), wish.packageName(), wish.workspace());
    }

    CachedRevision create(NewRevision wish, User user) {
        RevisionName name = name(wish);
        Repository repository = rows.repository(name.repository());
        List<CachedRevision> present = rows.ofRepository(name.repository());
        requireFree(name, present);
        PackageContent content = content(name, wish, present);
        if (!wish.readinessGates().isEmpty()) {
            PackageContent ungated = content;
            content = Kptfile.of(content)
                    .map(kptfile ->
                            kptfile.withReadinessGates(wish.readinessGates()).into(ungated))
                    .orElse(ungated);
        }
        Instant now = Versions.now(clock);
        String task = Tasks.print(wish.task());
        Metadata metadata = new Metadata(
                MetadataRules.withoutComputed(wish.labels(), false),
                wish.annotations(),
                wish.owners(),
                wish.finalizers(),
                now,
                Optional.empty());
        CachedRevision draft = new CachedRevision(
                name,
                0,
                Lifecycle.DRAFT,
                false,
                MetadataRules.checked(metadata),
                content,
                Optional.of(task),
                Specs.print(name, task, wish.readinessGates()),
                draftLock(repository, name),
                now,
                user.recorded());
        rows.insert(draft);
        return draft;
    }

    private PackageContent content(RevisionName name, NewRevision wish, List<CachedRevision> present) {
        PackageContent content;
        if (wish.task() instanceof Task.Clone clone) {
            requireNewPackage(name.packageName(), present);
            content = Contents.cloned(source(clone.source()), name.packageName(), wish.context());
        } else if (wish.task() instanceof Task.Edit edit) {
            content = publishedOf(name.packageName(), edit.source()).content();
        } else if (wish.task() instanceof Task.Upgrade upgrade) {
            content = Contents.upgraded(
                    source(upgrade.oldUpstream()),
                    source(upgrade.newUpstream()),
                    publishedOf(name.packageName(), upgrade.local()));
        } else {
            content = Contents.init(name.packageName(), (Task.Init) wish.task());
        }
        return wish.context().isEmpty() ? content : Contents.withContext(content, name.packageName(), wish.context());
    }

    private static void requireFree(RevisionName name, List<CachedRevision> present) {
        String path = name.packageName().path();
        for (CachedRevision row : present) {
            String other = row.name().packageName().path();
            if (row.name().objectName().equals(name.objectName())) {
                throw Rows.exists(name);
            }
            if (other.startsWith(path + "/") || path.startsWith(other + "/")) {
                throw Refused.invalid("package " + Names.quoted(path) + " and package " + Names.quoted(other)
                        + " of the same repository would lie in each other; packages do not nest");
            }
        }
    }

    /** A placeholder is a directory that was left behind, not a revision: it does not stand in a new package's way. */
    private static void requireNewPackage(PackageName name, List<CachedRevision> present) {
        present.stream()
                .filter(row -> row.name().packageName().equals(name) && !row.isPlaceholder())
                .findFirst()
                .ifPresent(row -> {
                    throw Refused.conflict("a clone cannot make a revision of package " + Names.quoted(name.path())
                            + ", which has '" + row.name().objectName()
                            + "' already; use edit or upgrade for further revisions");
                });
    }

    private CachedRevision source(String objectName) {
        CachedRevision source = rows.find(objectName)
                .orElseThrow(() ->
                        Refused.invalid("the source package revision " + Names.quoted(objectName) + " does not exist"));
        // A stale source would be copied into a draft that then claims a commit which git does not have.
        rows.repository(source.name().repository());
        if (source.isPlaceholder()) {
            throw Refused.invalid("the source " + Names.quoted(objectName)
                    + " is the head of a package branch and not a revision that can be copied");
        }
        return source;
    }

    private CachedRevision publishedOf(PackageName name, String objectName) {
        CachedRevision source = source(objectName);
        if (!source.name().packageName().equals(name)) {
            throw Refused.invalid("the source " + Names.quoted(objectName) + " is not a revision of package "
                    + Names.quoted(name.path()) + " of repository " + Names.quoted(name.repository()));
        }
        if (!source.lifecycle().isPublished()) {
            throw Refused.invalid("the source " + Names.quoted(objectName) + " is not published");
        }
        return source;
    }

    private static GitLock draftLock(Repository repository, RevisionName name) {
        String path = name.packageName().path();
        String directory = repository.directory().isEmpty() ? path : repository.directory() + "/" + path;
        return new GitLock(
                repository.place(), directory, "drafts/" + directory + "/" + name.workspace(), GitLock.NOT_PUSHED);
    }
}
