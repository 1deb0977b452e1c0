/**
 * Recoveries that are wrong on purpose. Each replaces one part of the shipped recovery by one that makes a mistake which
 * people have made, and each must turn a drill red for its own reason: the proof that a drill can fail. Nothing here is
 * ever part of what operators run.
 */
@NullMarked
package dev.firedrill.steps.broken;

import org.jspecify.annotations.NullMarked;
