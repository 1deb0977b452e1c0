/** What a scenario finds out, as it goes into the results. */
@org.jspecify.annotations.NullMarked
package dev.firedrill.scenarios.recording;
