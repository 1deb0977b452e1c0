/** The three stores in memory, for tests of what stands on them. */
@NullMarked
package dev.firedrill.recovery.fake;

import org.jspecify.annotations.NullMarked;
