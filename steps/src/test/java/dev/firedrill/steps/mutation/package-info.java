/** Tests of the proof by mutants. */
@NullMarked
package dev.firedrill.steps.mutation;

import org.jspecify.annotations.NullMarked;
