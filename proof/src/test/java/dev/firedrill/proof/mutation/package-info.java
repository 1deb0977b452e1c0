/** Tests of the proof by mutants. */
@NullMarked
package dev.firedrill.proof.mutation;

import org.jspecify.annotations.NullMarked;
