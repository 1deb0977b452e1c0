package dev.firedrill.recovery.engine;

import dev.firedrill.recovery.model.CachedRevision;
import dev.firedrill.recovery.model.Lifecycle;
import dev.firedrill.recovery.model.Metadata;
import dev.firedrill.recovery.model.OwnerReference;
import dev.firedrill.recovery.model.PackageContent;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Changes rows without git: metadata, content of drafts, and the lifecycles that only the cache knows. */
final class Updates {
    private final Rows rows;
    private final RepositoryStates states;
    private final Clock clock;

    Updates(Rows rows, RepositoryStates states, Clock clock) {
        this.rows = rows;
        this.states = states;
        this.clock = clock;
    }

    /** The row as {@code change} wants it, not yet written; equal to {@code row} when nothing changes. */
    CachedRevision wanted(CachedRevision row, Change change) {
        requireSame(row, change);
        requireTransition(row.lifecycle(), change.lifecycle());
        Metadata metadata = new Metadata(
                MetadataRules.withoutComputed(change.labels(), row.latest()),
                change.annotations(),
                owners(row, change),
                change.finalizers(),
                row.metadata().createdAt(),
                row.metadata().deletedAt());
        requireNoNewFinalizer(row, metadata);
        CachedRevision wanted = row.withMetadata(MetadataRules.checked(metadata));
        return change.readinessGates()
                .map(gates -> withGates(wanted, gates))
                .orElse(wanted)
                .withLifecycle(change.lifecycle(), row.revision());
    }

    /** The owners that a user wants, and behind them those that the user was not shown and cannot have meant to take away. */
    private List<OwnerReference> owners(CachedRevision row, Change change) {
        List<OwnerReference> owners = new ArrayList<>(change.owners());
        boolean controlled = owners.stream().anyMatch(OwnerReference::controller);
        row.metadata().owners().stream()
                .filter(owner -> !states.lives(owner))
                .filter(owner -> !controlled || !owner.controller())
                .filter(owner -> change.owners().stream()
                        .noneMatch(wanted -> wanted.uid().equals(owner.uid())))
                .forEach(owners::add);
        return owners;
    }

    CachedRevision content(String objectName, Optional<String> version, Map<String, String> files, User user) {
        CachedRevision row = rows.writable(objectName);
        Versions.requireCurrent(row, version);
        if (row.lifecycle() != Lifecycle.DRAFT) {
            throw Refused.conflict("package revision '" + objectName + "' is "
                    + row.lifecycle().text() + "; only the resources of a Draft can be changed");
        }
        requireAlive(row);
        PackageContent content = FilePaths.checked(files);
        return write(row, row.withContent(content), user);
    }

    /** Writes {@code wanted} unless that is what {@code row} says already. */
    CachedRevision write(CachedRevision row, CachedRevision wanted, User user) {
        if (wanted.equals(row)) {
            return row;
        }
        CachedRevision stamped = wanted.writtenBy(user.recorded(), Versions.next(clock, row));
        rows.update(row, stamped);
        return stamped;
    }

    static void requireAlive(CachedRevision row) {
        if (row.metadata().deletedAt().isPresent()) {
            throw Refused.conflict(
                    "package revision '" + row.name().objectName() + "' is being deleted and waits for its finalizers");
        }
    }

    private static void requireSame(CachedRevision row, Change change) {
        Versions.requireCurrent(row, change.version());
        String uid = Uids.of(row.name()).toString();
        if (change.uid().filter(wanted -> !wanted.equals(uid)).isPresent()) {
            throw Refused.conflict("the UID in the request is not " + uid + ", the UID of '"
                    + row.name().objectName() + "'");
        }
        Change.Identity identity = change.identity();
        boolean same = identity.repository().equals(row.name().repository())
                && identity.packageName().equals(row.name().packageName().path())
                && identity.workspace().equals(row.name().workspace())
                && identity.revision().orElse(row.revision()) == row.revision();
        if (!same) {
            throw Refused.invalid("spec.repository, spec.packageName, spec.workspaceName and spec.revision of '"
                    + row.name().objectName() + "' cannot be changed");
        }
    }

    private static void requireTransition(Lifecycle from, Lifecycle to) {
        if (from.isPublished() == to.isPublished()) {
            return;
        }
        throw Refused.invalid(
                to == Lifecycle.PUBLISHED && from == Lifecycle.PROPOSED
                        ? "a Proposed package revision becomes Published by its approval subresource"
                        : "a " + from.text() + " package revision cannot become " + to.text());
    }

    private static void requireNoNewFinalizer(CachedRevision row, Metadata metadata) {
        if (row.metadata().deletedAt().isPresent()
                && !row.metadata().finalizers().containsAll(metadata.finalizers())) {
            throw Refused.invalid("no finalizer can be added to a package revision that is being deleted");
        }
    }

    private static CachedRevision withGates(CachedRevision row, List<String> gates) {
        Optional<Kptfile> kptfile = Kptfile.of(row.content());
        if (kptfile.isEmpty() || kptfile.get().readinessGates().equals(gates)) {
            return row;
        }
        if (row.lifecycle().isPublished()) {
            throw Refused.invalid("spec.readinessGates stand in the Kptfile, and what is published does not change");
        }
        CachedRevision gated =
                row.withContent(kptfile.get().withReadinessGates(gates).into(row.content()));
        return new CachedRevision(
                gated.name(),
                gated.revision(),
                gated.lifecycle(),
                gated.latest(),
                gated.metadata(),
                gated.content(),
                gated.originTask(),
                Specs.withReadinessGates(gated.spec(), gates),
                gated.lock(),
                gated.updated(),
                gated.updatedBy());
    }
}
