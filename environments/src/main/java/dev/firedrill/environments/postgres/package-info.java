/**
 * The role of the package cache. In reading order: {@code process} and {@code container} are PostgreSQL of the harness,
 * {@code pitr} is what the two share to go back in time, {@code existing} is the database of somebody else.
 */
@NullMarked
package dev.firedrill.environments.postgres;

import org.jspecify.annotations.NullMarked;
