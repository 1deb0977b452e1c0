/** The lives of a database, one after another, and which of them a moment of its past lies on. */
@NullMarked
package dev.firedrill.environments.postgres.timeline;

import org.jspecify.annotations.NullMarked;
