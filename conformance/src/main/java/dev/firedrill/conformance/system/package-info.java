/** What scenarios rely on in the system under test, whatever its form. */
@org.jspecify.annotations.NullMarked
package dev.firedrill.conformance.system;
