/** Takes a set and closes it by its manifest. */
@NullMarked
package dev.firedrill.recovery.sets.create;

import org.jspecify.annotations.NullMarked;
