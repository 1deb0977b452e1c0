/** The commands about recovery sets. */
@NullMarked
package dev.firedrill.recovery.sets.cli;

import org.jspecify.annotations.NullMarked;
