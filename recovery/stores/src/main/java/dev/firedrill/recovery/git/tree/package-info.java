/** Directories of packages in git: reading them within limits, and editing a tree without a work tree. */
@NullMarked
package dev.firedrill.recovery.git.tree;

import org.jspecify.annotations.NullMarked;
