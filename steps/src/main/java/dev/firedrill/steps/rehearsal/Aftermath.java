package dev.firedrill.steps.rehearsal;

import dev.firedrill.fixtures.history.MarkerReading;
import dev.firedrill.fixtures.observe.Observation;

/**
 * The stores as a disaster left them, before anybody recovers anything.
 *
 * @param stores what they hold
 * @param markers at which point each of them says that it stands
 */
record Aftermath(Observation stores, MarkerReading markers) {}
