/** Writes to git: commits of package revisions, tags, branches of drafts; a ref that moved meanwhile is never overwritten. */
@NullMarked
package dev.firedrill.recovery.git.push;

import org.jspecify.annotations.NullMarked;
