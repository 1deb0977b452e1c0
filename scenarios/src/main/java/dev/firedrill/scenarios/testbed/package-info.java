/** The stores, links and orchestrator of one worker, and what is known of them. */
@org.jspecify.annotations.NullMarked
package dev.firedrill.scenarios.testbed;
