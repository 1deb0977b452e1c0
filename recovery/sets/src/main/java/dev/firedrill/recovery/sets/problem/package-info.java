/** What can go wrong with recovery sets, each with the exit code that it ends a command with. */
@NullMarked
package dev.firedrill.recovery.sets.problem;

import org.jspecify.annotations.NullMarked;
