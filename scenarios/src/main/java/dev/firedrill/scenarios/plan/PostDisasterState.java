package dev.firedrill.scenarios.plan;

import dev.firedrill.oracle.observe.Observation;
import dev.firedrill.workload.history.MarkerReading;

/**
 * The stores as a disaster left them, before anybody recovers anything.
 *
 * @param stores what they hold
 * @param markers at which point each of them says that it stands
 */
public record PostDisasterState(Observation stores, MarkerReading markers) {}
