/**
 * What a scenario does. Start with {@code run.CurrentRun}, the history of one scenario, and {@code run.DisasterScenario},
 * which goes from there to the verdict; {@link Scenarios} lists everything of which a scenario has one of its own.
 */
@org.jspecify.annotations.NullMarked
package dev.firedrill.scenarios;
