/**
 * The package cache as PostgreSQL in a container. In reading order: {@code ContainerPackageCache} is the role, {@code
 * ContainerServer} what point-in-time recovery works on, {@code PostgresContainer} one container with its volume.
 */
@NullMarked
package dev.firedrill.environments.postgres.container;

import org.jspecify.annotations.NullMarked;
