/** The package cache as a container: PostgreSQL from its image. */
@org.jspecify.annotations.NullMarked
package dev.firedrill.environments.postgres.container;
