package dev.firedrill.recovery.plan;

import dev.firedrill.recovery.model.CachedRepository;
import dev.firedrill.recovery.model.CachedRevision;
import dev.firedrill.recovery.model.PackageName;
import dev.firedrill.recovery.model.Repository;
import dev.firedrill.recovery.model.RescuedMetadata;
import dev.firedrill.recovery.model.RevisionName;
import java.util.List;
import java.util.Optional;

/** One change of one object. */
public sealed interface Action {
    /** The Repository that it belongs to. */
    String repository();

    /** The object that it changes. */
    String subject();

    /** What it does, as a sentence without its subject. */
    String text();

    /** An action on a Repository as a whole. */
    sealed interface OnRepository extends Action {
        @Override
        default String subject() {
            return repository();
        }
    }

    /** An action on a Repository that the control plane has. */
    sealed interface OnObject extends OnRepository {
        /** The Repository, as the control plane has it. */
        Repository object();

        @Override
        default String repository() {
            return object().name();
        }
    }

    /** An action on a row of the package cache. */
    sealed interface OnRow extends Action {
        /** The row, as the pass read it. */
        CachedRevision seen();

        @Override
        default String repository() {
            return seen().name().repository();
        }

        @Override
        default String subject() {
            return seen().name().objectName();
        }
    }

    /** Puts our finalizer on a Repository, so that its deletion passes through us. */
    record Hold(Repository object) implements OnObject {
        @Override
        public String text() {
            return "is held, so that its deletion rescues its drafts";
        }
    }

    /** Writes a Repository's row. */
    record Register(Repository object) implements OnObject {
        @Override
        public String text() {
            return "is registered as the control plane has it";
        }
    }

    /** Makes a Repository's row anew because its directory or branch changed; its revisions stay. */
    record Move(Repository object, CachedRepository before) implements OnObject {
        @Override
        public String text() {
            return "moves from directory '" + before.directory() + "' and branch '" + before.branch()
                    + "' to directory '" + object.directory() + "' and branch '" + object.branch() + "'";
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
        public String repository() {
            return revision.name().repository();
        }

        @Override
        public String subject() {
            return revision.name().objectName();
        }

        @Override
        public String text() {
            return revision.lifecycle().isPublished()
                    ? "returns from git as revision " + revision.revision()
                            + kept.map(rescued -> ", with the metadata that " + rescued.set() + " kept")
                                    .orElse("")
                    : "returns from its branch in git as "
                            + revision.lifecycle().text() + ", without metadata";
        }
    }

    /**
     * Publishes a Draft or Proposed row that git holds as published; its metadata stays.
     *
     * @param rescue whether the row's content is not git's, and goes to the rescue set first
     */
    record Publish(CachedRevision seen, CachedRevision wanted, boolean rescue) implements OnRow {
        @Override
        public String text() {
            return "is a stale " + seen.lifecycle().text() + " and becomes Published, revision " + wanted.revision()
                    + ", as in git" + (rescue ? "; its content is rescued first" : "");
        }
    }

    /**
     * Takes logins out of the URLs of a row, where earlier writers left them.
     *
     * @param wanted the row without them, with the owners that it has to have
     */
    record Clean(CachedRevision seen, CachedRevision wanted) implements OnRow {
        @Override
        public String text() {
            return "no longer keeps the login of a URL";
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
        public String text() {
            return "is aligned with git: " + why + (rescue ? "; its content is rescued first" : "");
        }
    }

    /** Gives a revision back to the PackageVariant that owned it under another UID. */
    record Adopt(CachedRevision seen, CachedRevision wanted) implements OnRow {
        @Override
        public String text() {
            return "is owned again by its PackageVariant, which came back with a new UID";
        }
    }

    /** Moves a published row that git does not have to the rescue set. */
    record Remove(CachedRevision seen, String why) implements OnRow {
        @Override
        public String text() {
            return "goes to the rescue set: " + why;
        }
    }

    /**
     * Moves published rows that git does not have, and whose removal an operator confirmed, to the rescue set, all or none
     * of them: half of a confirmed removal would be another one, which nobody has confirmed.
     */
    record RemoveConfirmed(String repository, List<CachedRevision> rows, String why) implements OnRepository {
        public RemoveConfirmed {
            rows = List.copyOf(rows);
        }

        @Override
        public String text() {
            return "loses " + rows.size() + " published revisions to the rescue set, as confirmed: " + why;
        }
    }

    /** Deletes a placeholder whose directory is not on the package branch; git can always make it again. */
    record Drop(CachedRevision seen) implements OnRow {
        @Override
        public String text() {
            return "is a placeholder without a directory on the package branch and goes";
        }
    }

    /** Remembers that a removal waits for confirmation, before anything else is written that would make it look small. */
    record Await(String repository, int count) implements OnRepository {
        @Override
        public String text() {
            return "waits for confirmation before " + count + " published revisions go";
        }
    }

    /** Forgets that a removal waited for confirmation, because it was confirmed or git has everything again. */
    record Settle(String repository) implements OnRepository {
        @Override
        public String text() {
            return "no longer waits for confirmation of a removal";
        }
    }

    /**
     * Makes the branches of one draft or proposal in git what its row asks for.
     *
     * @param rescue what a branch holds and no row does, which goes to the rescue set first
     */
    record SettleBranch(Repository object, RevisionName name, Optional<CachedRevision> rescue, String why)
            implements Action {
        @Override
        public String repository() {
            return object.name();
        }

        @Override
        public String subject() {
            return name.objectName();
        }

        @Override
        public String text() {
            return why + (rescue.isPresent() ? "; what the branch holds is rescued first" : "");
        }
    }

    /** Remembers that the drafts of which git had branches are rows, so that a branch without a row is not one again. */
    record KnowDrafts(String repository) implements OnRepository {
        @Override
        public String text() {
            return "has all drafts that git had branches of";
        }
    }

    /** Puts the latest flag on the highest revision of a package. */
    record SettleLatest(PackageName name) implements Action {
        @Override
        public String repository() {
            return name.repository();
        }

        @Override
        public String subject() {
            return name.rowName();
        }

        @Override
        public String text() {
            return "gets its latest flag on its highest revision alone";
        }
    }

    /**
     * Moves all revisions of a Repository to the rescue set and deletes its row.
     *
     * @param release the Repository whose deletion waits for that
     */
    record RescueRepository(String namespace, String repository, String why, Optional<Repository> release)
            implements OnRepository {
        @Override
        public String text() {
            return "goes to the rescue set with all its revisions: " + why;
        }
    }
}
