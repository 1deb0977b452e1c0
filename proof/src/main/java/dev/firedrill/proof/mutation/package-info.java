/**
 * The proof by mutants that nobody thought of: a mutation engine changes the recovery's bytecode, the drill runs on each
 * change until one of its scenarios turns red, and what stays unseen is named.
 */
@NullMarked
package dev.firedrill.proof.mutation;

import org.jspecify.annotations.NullMarked;
