/** Connections to PostgreSQL: a small pool, transactions that are repeated where that is safe, locks, and failures in words. */
@NullMarked
package dev.firedrill.recovery.cache.connection;

import org.jspecify.annotations.NullMarked;
