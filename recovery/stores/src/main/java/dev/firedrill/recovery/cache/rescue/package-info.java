/** Rescue sets: what was taken out of the package cache, in tables of their own in the same database. */
@NullMarked
package dev.firedrill.recovery.cache.rescue;

import org.jspecify.annotations.NullMarked;
