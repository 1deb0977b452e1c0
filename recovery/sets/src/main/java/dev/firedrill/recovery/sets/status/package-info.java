/** What a set and its members are doing, for other processes to read. */
@NullMarked
package dev.firedrill.recovery.sets.status;

import org.jspecify.annotations.NullMarked;
