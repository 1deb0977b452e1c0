/**
 * The package cache in its embedded form: real PostgreSQL processes with Porch's schema, a log archive from the start,
 * and point-in-time recovery.
 */
@NullMarked
package dev.firedrill.environments.postgres.process;

import org.jspecify.annotations.NullMarked;
