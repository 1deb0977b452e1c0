/**
 * Step definitions, a class a concept of the domain. Each translates a sentence into one call and remembers nothing; what
 * happens is in the rehearsal.
 */
@NullMarked
package dev.firedrill.steps;

import org.jspecify.annotations.NullMarked;
