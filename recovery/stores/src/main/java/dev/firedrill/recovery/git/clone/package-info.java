/** Bare clones of git repositories in the work directory: a cache that may be deleted, brought up to date ref by ref. */
@NullMarked
package dev.firedrill.recovery.git.clone;

import org.jspecify.annotations.NullMarked;
