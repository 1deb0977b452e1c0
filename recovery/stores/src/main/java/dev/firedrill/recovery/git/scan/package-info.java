/** Reads the package revisions of one Repository from a clone: tags, package branch, branches of drafts, and what is left out. */
@NullMarked
package dev.firedrill.recovery.git.scan;

import org.jspecify.annotations.NullMarked;
