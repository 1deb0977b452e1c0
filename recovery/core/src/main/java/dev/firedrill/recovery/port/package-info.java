/** What the recovery asks of its three stores; {@code stores} implements it. */
@NullMarked
package dev.firedrill.recovery.port;

import org.jspecify.annotations.NullMarked;
