package dev.firedrill.recovery.model;

import java.time.Instant;
import java.util.Optional;

/**
 * A draft or proposal as a branch in git holds it: a copy of a row of the package cache, which is the truth for both.
 *
 * @param lifecycle Draft or Proposed, which the branch's name says
 * @param lock as a row that is made from the branch has it: the commit of a draft changes with every edit
 * @param content the text files; others are left out
 * @param originTask the task annotation of the commit, as JSON; empty when it is none that makes a package
 * @param writtenAt when the row was written that the branch is a copy of, to the second
 */
public record GitDraft(
        RevisionName name,
        Lifecycle lifecycle,
        GitLock lock,
        PackageContent content,
        Optional<String> originTask,
        Instant writtenAt) {
    /** The row that the branch makes: everything but metadata, which no branch has. */
    public CachedRevision asRow() {
        return new CachedRevision(
                name, 0, lifecycle, false, Metadata.none(writtenAt), content, originTask, "", lock, writtenAt, "");
    }
}
