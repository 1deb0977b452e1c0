/** Rows of Porch's tables as records and back, and a memory of rows that did not change since they were read. */
@NullMarked
package dev.firedrill.recovery.cache.rows;

import org.jspecify.annotations.NullMarked;
