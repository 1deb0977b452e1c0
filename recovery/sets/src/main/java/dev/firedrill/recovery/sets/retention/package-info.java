/** Which sets are kept for how long. */
@NullMarked
package dev.firedrill.recovery.sets.retention;

import org.jspecify.annotations.NullMarked;
