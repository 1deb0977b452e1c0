/** What keeps the architecture. */
@org.jspecify.annotations.NullMarked
package dev.firedrill.proof.architecture;
