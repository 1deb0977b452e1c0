/** Planner against model: what the recovery decides and what the rules promise, compared on random histories. */
@NullMarked
package dev.firedrill.proof.differential;

import org.jspecify.annotations.NullMarked;
