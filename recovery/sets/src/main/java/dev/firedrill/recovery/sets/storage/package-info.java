/** Where sets are kept: files that are created once and never changed. */
@NullMarked
package dev.firedrill.recovery.sets.storage;

import org.jspecify.annotations.NullMarked;
