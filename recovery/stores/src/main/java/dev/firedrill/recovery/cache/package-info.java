/** The package cache: Porch's tables in PostgreSQL, read and written one package revision a transaction. */
@NullMarked
package dev.firedrill.recovery.cache;

import org.jspecify.annotations.NullMarked;
