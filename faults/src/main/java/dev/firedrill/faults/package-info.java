/** Everything that can be broken, each with its cure and with a witness that does not depend on who broke it. */
@org.jspecify.annotations.NullMarked
package dev.firedrill.faults;
