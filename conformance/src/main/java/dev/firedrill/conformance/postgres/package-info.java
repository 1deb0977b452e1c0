/** The suites of the package cache, a PostgreSQL database, and the clients that they look with. */
@NullMarked
package dev.firedrill.conformance.postgres;

import org.jspecify.annotations.NullMarked;
