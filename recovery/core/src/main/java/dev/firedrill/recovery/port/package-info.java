/** What the recovery asks of its three stores; {@code stores} implements it. */
@org.jspecify.annotations.NullMarked
package dev.firedrill.recovery.port;
