/**
 * A scenario's happenings from the history over the disaster to the judgement, composed of an environment and the judge.
 * Step definitions call it and hold no logic themselves.
 */
@NullMarked
package dev.firedrill.scenarios.run;

import org.jspecify.annotations.NullMarked;
