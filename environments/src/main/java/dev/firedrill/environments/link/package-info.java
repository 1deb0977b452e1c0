/** The connections of the orchestrator, led through a proxy that a drill can disturb. */
@NullMarked
package dev.firedrill.environments.link;

import org.jspecify.annotations.NullMarked;
