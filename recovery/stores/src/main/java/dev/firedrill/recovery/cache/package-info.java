/**
 * The package cache: Porch's tables in PostgreSQL, read and written one package revision a transaction.
 *
 * <pre>
 * cache             new PostgresPackageCache(Database, Clock)    implements port.PackageCache
 *                     rescueSets(namespace)                      port.RescueSets in the same database
 * cache.rescue      the rescue sets' tables, reading them and restoring from them
 * cache.connection  Database (URL, user, password), Connections: pool, transactions, retries; AdvisoryLock of a pass
 * cache.rows        rows to records and back; RowMemory keeps rows that did not change since they were read
 * </pre>
 */
@NullMarked
package dev.firedrill.recovery.cache;

import org.jspecify.annotations.NullMarked;
