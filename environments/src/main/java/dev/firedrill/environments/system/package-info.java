/**
 * One worker's stores, links and orchestrator, composed from the environments' roles, and what a disaster does to them.
 * Knows neither Gherkin nor verdicts.
 */
@NullMarked
package dev.firedrill.environments.system;

import org.jspecify.annotations.NullMarked;
