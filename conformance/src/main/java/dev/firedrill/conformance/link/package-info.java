/** The suites of the links between the orchestrator and its stores, and the clients that they look with. */
@NullMarked
package dev.firedrill.conformance.link;

import org.jspecify.annotations.NullMarked;
