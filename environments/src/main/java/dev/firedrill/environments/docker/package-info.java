/**
 * The roles as real products in containers, started by Testcontainers on a Docker engine of this machine. Every form keeps
 * a fixed local port for as long as it is open; {@code lose} and {@code rewindTo} destroy the container with its volume and start
 * another one, so that the old container's id being gone is a witness that no injector can fake.
 */
@NullMarked
package dev.firedrill.environments.docker;

import org.jspecify.annotations.NullMarked;
