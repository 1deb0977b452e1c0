/** What a scenario claims about the state after the recovery. */
@org.jspecify.annotations.NullMarked
package dev.firedrill.scenarios.assertion;
