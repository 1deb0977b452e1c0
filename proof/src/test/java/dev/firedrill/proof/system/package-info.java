/** The role of the system under test, held by our own system. */
@org.jspecify.annotations.NullMarked
package dev.firedrill.proof.system;
