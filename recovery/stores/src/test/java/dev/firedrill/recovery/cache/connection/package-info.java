/** Tests of the package of this name. */
@NullMarked
package dev.firedrill.recovery.cache.connection;

import org.jspecify.annotations.NullMarked;
