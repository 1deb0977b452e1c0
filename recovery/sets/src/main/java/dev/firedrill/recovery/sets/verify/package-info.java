/** Proves every byte of a set before anything is done with it. */
@NullMarked
package dev.firedrill.recovery.sets.verify;

import org.jspecify.annotations.NullMarked;
