/** A package cache that is somebody else's, behind the interlock. */
@org.jspecify.annotations.NullMarked
package dev.firedrill.environments.postgres.existing;
