/**
 * What users may do with package revisions: Porch's lifecycle over the package cache, git and the control plane. Nothing
 * here aligns; a write to a repository that is not aligned is refused.
 */
@NullMarked
package dev.firedrill.recovery.engine;

import org.jspecify.annotations.NullMarked;
