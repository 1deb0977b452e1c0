/** Gradual restoration in memory: the shipped recovery on stores that cost nothing, in every order there is. */
@org.jspecify.annotations.NullMarked
package dev.firedrill.proof.gradual;
