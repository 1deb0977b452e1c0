/**
 * Point-in-time recovery of a PostgreSQL of the harness. In reading order: {@code PointInTimeRecovery} keeps points and goes
 * back to them, over {@code PostgresServer}; {@code WalArchive} ships the log of the present timeline; {@code
 * TimelineHistory} knows on which timeline a time lies; {@code RecoveryTarget} is what PostgreSQL is told.
 */
@NullMarked
package dev.firedrill.environments.postgres.pitr;

import org.jspecify.annotations.NullMarked;
