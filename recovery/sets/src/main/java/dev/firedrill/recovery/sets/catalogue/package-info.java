/** The list of root hashes that is kept apart from the storage. */
@NullMarked
package dev.firedrill.recovery.sets.catalogue;

import org.jspecify.annotations.NullMarked;
