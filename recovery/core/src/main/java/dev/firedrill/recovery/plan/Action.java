package dev.firedrill.recovery.plan;

import dev.firedrill.recovery.model.CachedRepository;
import dev.firedrill.recovery.model.CachedRevision;
import dev.firedrill.recovery.model.PackageName;
import dev.firedrill.recovery.model.Repository;
import dev.firedrill.recovery.model.RescuedMetadata;
import dev.firedrill.recovery.model.RevisionName;
import java.util.List;
import java.util.Optional;

/** One change of one object. What is to be done with each kind of action is an {@link ActionVisitor}. */
public sealed interface Action {
    /** The object that it changes. */
    Subject subject();

    /** Calls the visitor's method for this kind of action and returns its result. */
    <R> R accept(ActionVisitor<R> visitor);

    /** The Repository that it belongs to. */
    default String repository() {
        return subject().repository();
    }

    /** What it does, as a sentence without its subject. */
    default String text() {
        return accept(ActionText.INSTANCE);
    }

    /** An action on a Repository that the control plane has. */
    sealed interface OnObject extends Action {
        /** The Repository, as the control plane has it. */
        Repository object();

        @Override
        default Subject subject() {
            return Subject.of(object());
        }
    }

    /** An action on a Repository, known by its name alone. */
    sealed interface OnName extends Action {
        @Override
        String repository();

        @Override
        default Subject subject() {
            return Subject.ofRepository(repository());
        }
    }

    /** An action on a row of the package cache. */
    sealed interface OnRow extends Action {
        /** The row, as the pass read it. */
        CachedRevision seen();

        @Override
        default Subject subject() {
            return Subject.of(seen().name());
        }
    }

    /** Puts our finalizer on a Repository, so that its deletion passes through us. */
    record Hold(Repository object) implements OnObject {
        @Override
        public <R> R accept(ActionVisitor<R> visitor) {
            return visitor.hold(this);
        }
    }

    /** Writes a Repository's row. */
    record Register(Repository object) implements OnObject {
        @Override
        public <R> R accept(ActionVisitor<R> visitor) {
            return visitor.register(this);
        }
    }

    /** Makes a Repository's row anew because its directory or branch changed; its revisions stay. */
    record Move(Repository object, CachedRepository before) implements OnObject {
        @Override
        public <R> R accept(ActionVisitor<R> visitor) {
            return visitor.move(this);
        }
    }

    /**
     * Inserts a revision, or a placeholder, that only git has; a draft or proposal, where git has branches of those.
     *
     * @param kept what a rescue set kept of it besides its content, which it gets back
     */
    record Insert(CachedRevision revision, Optional<RescuedMetadata> kept) implements Action {
        public Insert(CachedRevision revision) {
            this(revision, Optional.empty());
        }

        @Override
        public Subject subject() {
            return Subject.of(revision.name());
        }

        @Override
        public <R> R accept(ActionVisitor<R> visitor) {
            return visitor.insert(this);
        }
    }

    /**
     * Publishes a Draft or Proposed row that git holds as published; its metadata stays.
     *
     * @param rescue whether the row's content is not git's, and goes to the rescue set first
     */
    record Publish(CachedRevision seen, CachedRevision wanted, boolean rescue) implements OnRow {
        @Override
        public <R> R accept(ActionVisitor<R> visitor) {
            return visitor.publish(this);
        }
    }

    /**
     * Takes logins out of the URLs of a row, where earlier writers left them.
     *
     * @param wanted the row without them, with the owners that it has to have
     */
    record Clean(CachedRevision seen, CachedRevision wanted) implements OnRow {
        @Override
        public <R> R accept(ActionVisitor<R> visitor) {
            return visitor.clean(this);
        }
    }

    /**
     * Brings a published row, or a placeholder, in line with git.
     *
     * @param rescue whether the row's content goes to the rescue set first
     * @param why what differed
     */
    record Align(CachedRevision seen, CachedRevision wanted, boolean rescue, String why) implements OnRow {
        @Override
        public <R> R accept(ActionVisitor<R> visitor) {
            return visitor.align(this);
        }
    }

    /** Gives a revision back to the PackageVariant that owned it under another UID. */
    record Adopt(CachedRevision seen, CachedRevision wanted) implements OnRow {
        @Override
        public <R> R accept(ActionVisitor<R> visitor) {
            return visitor.adopt(this);
        }
    }

    /** Moves a published row that git does not have to the rescue set. */
    record Remove(CachedRevision seen, String why) implements OnRow {
        @Override
        public <R> R accept(ActionVisitor<R> visitor) {
            return visitor.remove(this);
        }
    }

    /**
     * Moves published rows that git does not have, and whose removal an operator confirmed, to the rescue set, all or none
     * of them: half of a confirmed removal would be another one, which is not confirmed.
     */
    record RemoveConfirmed(String repository, List<CachedRevision> rows, String why) implements OnName {
        public RemoveConfirmed {
            rows = List.copyOf(rows);
        }

        @Override
        public <R> R accept(ActionVisitor<R> visitor) {
            return visitor.removeConfirmed(this);
        }
    }

    /** Deletes a placeholder whose directory is not on the package branch; git can always make it again. */
    record Drop(CachedRevision seen) implements OnRow {
        @Override
        public <R> R accept(ActionVisitor<R> visitor) {
            return visitor.drop(this);
        }
    }

    /** Remembers that a removal waits for confirmation, before anything else is written that would make it look small. */
    record Await(String repository, int count) implements OnName {
        @Override
        public <R> R accept(ActionVisitor<R> visitor) {
            return visitor.await(this);
        }
    }

    /** Forgets that a removal waited for confirmation, because it was confirmed or git has everything again. */
    record ClearPendingRemoval(String repository) implements OnName {
        @Override
        public <R> R accept(ActionVisitor<R> visitor) {
            return visitor.clearPendingRemoval(this);
        }
    }

    /**
     * Makes the branches of one draft or proposal in git what its row asks for.
     *
     * @param rescue what a branch holds and no row does, which goes to the rescue set first
     */
    record SyncDraftBranch(Repository object, RevisionName name, Optional<CachedRevision> rescue, String why)
            implements Action {
        @Override
        public Subject subject() {
            return Subject.of(name);
        }

        @Override
        public <R> R accept(ActionVisitor<R> visitor) {
            return visitor.syncDraftBranch(this);
        }
    }

    /** Remembers that the drafts of which git had branches are rows, so that a branch without a row is not one again. */
    record KnowDrafts(String repository) implements OnName {
        @Override
        public <R> R accept(ActionVisitor<R> visitor) {
            return visitor.knowDrafts(this);
        }
    }

    /** Puts the latest flag on the highest revision of a package. */
    record FixLatestFlag(PackageName name) implements Action {
        @Override
        public Subject subject() {
            return Subject.of(name);
        }

        @Override
        public <R> R accept(ActionVisitor<R> visitor) {
            return visitor.fixLatestFlag(this);
        }
    }

    /**
     * Moves all revisions of a Repository to the rescue set and deletes its row.
     *
     * @param release the Repository whose deletion waits for that
     */
    record RescueRepository(String namespace, String repository, String why, Optional<Repository> release)
            implements OnName {
        @Override
        public <R> R accept(ActionVisitor<R> visitor) {
            return visitor.rescueRepository(this);
        }
    }
}
