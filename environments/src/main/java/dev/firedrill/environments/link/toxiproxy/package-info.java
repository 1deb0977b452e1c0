/**
 * A stand-in for Toxiproxy where it is not installed: a TCP proxy inside the harness behind Toxiproxy's HTTP API. It
 * leaves nothing to chance: toxicity is 0 or 1, and there is no jitter.
 */
@NullMarked
package dev.firedrill.environments.link.toxiproxy;

import org.jspecify.annotations.NullMarked;
