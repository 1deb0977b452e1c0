/** Brings the stores back from a verified set. */
@NullMarked
package dev.firedrill.recovery.sets.restore;

import org.jspecify.annotations.NullMarked;
