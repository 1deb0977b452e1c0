/** Tests of the API over real connections. */
@NullMarked
package dev.firedrill.recovery.api;

import org.jspecify.annotations.NullMarked;
