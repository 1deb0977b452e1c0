/** What of a scenario can be tried without stores. */
@org.jspecify.annotations.NullMarked
package dev.firedrill.scenarios.run;
