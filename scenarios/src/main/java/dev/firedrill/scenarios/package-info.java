/** What a scenario does. Start with {@code run.ScenarioContext}, which is one scenario from its history to its verdict. */
@org.jspecify.annotations.NullMarked
package dev.firedrill.scenarios;
