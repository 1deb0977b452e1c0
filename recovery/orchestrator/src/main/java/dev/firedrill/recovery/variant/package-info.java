/**
 * The PackageVariant controller: what each variant wants done with its downstream package is decided by a pure function
 * and then applied through the same verbs that users have.
 */
@NullMarked
package dev.firedrill.recovery.variant;

import org.jspecify.annotations.NullMarked;
